/** VK Мессенджер. */
export const messengerAddress = 'https://web.vk.me/';

/** VK ID's «Сервисы и сайты», where a person withdraws what they allowed. */
export const consentAddress = 'https://id.vk.ru/account/#/services';
