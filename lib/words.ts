import { browser } from 'wxt/browser';

/**
 * A key of `_locales/ru/messages.json` whose message takes so many substitutions. The numbers are read from the messages
 * whenever types are made: `npm run types`.
 */
export type MessageKey<Count extends number = 0> = {
  [Key in keyof MessageSubstitutions]: MessageSubstitutions[Key] extends Count ? Key : never;
}[keyof MessageSubstitutions];

type Substitution = string | number;

/** As many substitutions as a message takes; of messages that take different numbers, none will do. */
type Substitutions<Count> = [Count] extends [0]
  ? []
  : [Count] extends [1]
    ? [first: Substitution]
    : [Count] extends [2]
      ? [first: Substitution, second: Substitution]
      : never;

/**
 * What people read, by key. The diary and Сферум speak Russian and the hints quote their buttons, so only the texts that the
 * browser itself shows have an English twin; for all others the browser falls back to the Russian default.
 * `$1`, `$2`… of the message are replaced by `substitutions`; another number of them than the message takes is no valid type.
 */
export function words<Key extends MessageKey<0 | 1 | 2>>(
  key: Key,
  ...substitutions: Substitutions<MessageSubstitutions[Key]>
): string {
  // The generated overloads are one for each key; a union of keys fits none of them.
  return browser.i18n.getMessage(key as 'extensionName', substitutions.map(String));
}
