/** VK ID's host since September 2025; the older `id.vk.com` is met in documents. */
export const vkIdOrigin = 'https://id.vk.ru';

const vkIdHosts: ReadonlySet<string> = new Set(['id.vk.ru', 'id.vk.com']);

/** Whether an address is VK ID's, by the new or the old name. */
export function isVkIdAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' && url.port === '' && vkIdHosts.has(url.hostname);
}
