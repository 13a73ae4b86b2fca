import { browser } from 'wxt/browser';

/**
 * A key of `_locales/ru/messages.json` whose message takes so many substitutions. The numbers are read from the messages
 * whenever types are made: `npm run types`.
 */
export type MessageKey<Count extends number = 0> = {
  [Key in keyof MessageSubstitutions]: MessageSubstitutions[Key] extends Count ? Key : never;
}[keyof MessageSubstitutions];

type Substitution = string | number;

/**
 * What people read, by key. The diary and Сферум speak Russian and the hints quote their buttons, so only the texts that the
 * browser itself shows have an English twin; for all others the browser falls back to the Russian default.
 * `$1`, `$2`… of the message are replaced by `substitutions`; another number of them than the message takes is no valid type.
 */
export function words(key: MessageKey): string;
export function words(key: MessageKey<1>, first: Substitution): string;
export function words(key: MessageKey<2>, first: Substitution, second: Substitution): string;
export function words(key: MessageKey<0 | 1 | 2>, ...substitutions: Substitution[]): string {
  // The generated overloads are one for each key; a union of keys fits none of them.
  return browser.i18n.getMessage(key as 'extensionName', substitutions.map(String));
}
