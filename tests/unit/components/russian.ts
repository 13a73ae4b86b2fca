import messages from '@/public/_locales/ru/messages.json';

/** Stands in for the module `lib/words` in a test: the Russian texts without a browser. */
export const russianTexts = {
  words: (key: keyof typeof messages, ...substitutions: (string | number)[]): string =>
    messages[key].message.replace(/\$(\d)/g, (_, number) => String(substitutions[Number(number) - 1] ?? '')),
};
