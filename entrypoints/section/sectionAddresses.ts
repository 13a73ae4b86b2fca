import { browser } from 'wxt/browser';

/** The extension's page where access to a service is given back. */
export function permissionAddress(): string {
  return browser.runtime.getURL('/permission.html');
}
