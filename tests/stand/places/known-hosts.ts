/** Hosts where the stand only says what was opened. A leading dot stands for one label before it. */
const KNOWN = [
  'vk.com',
  'vk.ru',
  'm.vk.com',
  'm.vk.ru',
  'login.vk.ru',
  'max.ru',
  'web.max.ru',
  'telemost.yandex.ru',
  '.ktalk.ru',
  'mts-link.ru',
  '.mts-link.ru',
  'salutejazz.ru',
  'jazz.sber.ru',
  'prof-sferum.ru',
  'apps.apple.com',
  'play.google.com',
  'appgallery.huawei.com',
  'www.rustore.ru',
  'apps.rustore.ru',
];

/** Whether the stand plays this host as a page that says what was opened. */
export function isKnownPlace(host: string): boolean {
  return KNOWN.some((name) =>
    name.startsWith('.') ? host.endsWith(name) && !host.slice(0, -name.length).includes('.') : host === name,
  );
}

/** Whether photos live there. */
export function isPhotoHost(host: string): boolean {
  return host === 'sun.example' || host.endsWith('.userapi.com');
}
