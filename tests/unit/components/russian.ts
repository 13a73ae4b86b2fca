import messages from '@/public/_locales/ru/messages.json';

/** Stands in for `lib/words` in a test: the Russian texts without a browser. */
export function words(key: keyof typeof messages, ...substitutions: (string | number)[]): string {
  return messages[key].message.replace(/\$(\d)/g, (_, number) => String(substitutions[Number(number) - 1] ?? ''));
}
