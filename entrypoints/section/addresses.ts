import { browser } from 'wxt/browser';

/** VK Мессенджер. */
export const messengerAddress = 'https://web.vk.me/';

/** VK ID's «Сервисы и сайты», where a person withdraws what they allowed. */
export const consentAddress = 'https://id.vk.ru/account/#/services';

/** The extension's page where access to a service is given back. */
export function permissionAddress(): string {
  return browser.runtime.getURL('/permission.html');
}
