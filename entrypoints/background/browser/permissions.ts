import { browser } from 'wxt/browser';

/** Whether the browser lets the extension talk to an origin (`https://host`): Firefox lets people take that back. */
export function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${origin}/*`] });
}
