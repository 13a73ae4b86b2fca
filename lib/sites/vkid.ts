/** VK ID's host since September 2025; the older `id.vk.com` is met in documents. */
export const vkIdOrigin = 'https://id.vk.ru';

/** Every page of VK ID, as a pattern for tabs and permissions. */
export const vkIdPattern = `${vkIdOrigin}/*`;

/** VK ID's «Сервисы и сайты», where a person withdraws what they allowed. */
export const consentAddress = `${vkIdOrigin}/account/#/services`;
