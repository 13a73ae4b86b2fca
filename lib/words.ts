import { browser } from 'wxt/browser';
import type messages from '@/public/_locales/ru/messages.json';

/** A key of `_locales/ru/messages.json`. */
export type MessageKey = keyof typeof messages;

/**
 * What people read, by key. The diary and Сферум speak Russian and the hints quote their buttons, so only the texts that the
 * browser itself shows have an English twin; for all others the browser falls back to the Russian default.
 * `$1`, `$2`… of the message are replaced by `substitutions`.
 */
export function words(key: MessageKey, ...substitutions: (string | number)[]): string {
  // The generated overloads are one for each key; a union of keys fits none of them.
  return browser.i18n.getMessage(key as 'extensionName', substitutions.map(String));
}
