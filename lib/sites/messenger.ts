/** VK Мессенджер, where educational profiles live: the one host whose session is checked. */
export const messengerOrigin = 'https://web.vk.me';

/** VK Мессенджер itself. */
export const messengerAddress = `${messengerOrigin}/`;

/**
 * VK Мессенджер, its API and the whole of `vk.me`: a cookie of the whole domain, as the session's may be, is told only to who may read
 * the domain itself.
 */
export const messengerHosts = 'https://*.vk.me/*';

/** Says with this browser's own cookies who is signed in; the number is that of VK Мессенджер's own application. */
export const webTokenAddress = `${messengerOrigin}/?act=web_token&app_id=8202606`;

/** The hosts that serve VK's API, in the order in which they are tried. */
export const apiOrigins: readonly string[] = ['https://api.vk.me', 'https://api.vk.ru', 'https://api.vk.com'];

/** A chat, on the host whose session was checked: `me.sferum.ru` may hold another person's. */
export function chatAddress(peerId: number): string {
  return `${messengerOrigin}/convo/${peerId}`;
}

/** A VK call by its id, on the host whose session was checked. */
export function callAddress(id: string): string {
  return `${messengerOrigin}/call/join/${id}`;
}
