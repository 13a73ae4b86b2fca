/** A state as a person finds it. What is read has a line an element: `button "Повторить"`, or a sentence. */
export interface State {
  /** Every one of these is there. */
  reads: readonly RegExp[];
  /** None of these is. */
  lacks?: readonly RegExp[];
}

/** Whether what is read is this state. */
export function isState(text: string, { reads, lacks = [] }: State): boolean {
  return reads.every((one) => one.test(text)) && !lacks.some((one) => one.test(text));
}

/** What a service's troubles are called, each with what to do about it. */
const sentences = {
  offline: 'не отвечает. Проверьте интернет и повторите.',
  slow: 'отвечает слишком долго. Повторите немного позже.',
  noAccess: 'не даёт доступа к этим данным. Возможно, профиль заблокирован или удалён: откройте Сферум и проверьте.',
  rateLimited: 'просит немного подождать: запросов было слишком много.',
  serverError: 'временно не работает. Повторите через несколько минут.',
  unreadable: 'ответил непонятно. Повторите; если не поможет, обновите страницу.',
  tooLarge: 'прислал слишком большой ответ. Повторите немного позже.',
};

export type Trouble = keyof typeof sentences;

const troubles = Object.keys(sentences) as Trouble[];

/** Any of them. */
export const anyTrouble = new RegExp(
  Object.values(sentences)
    .map((sentence) => escaped(sentence.split('.')[0] ?? ''))
    .join('|'),
);

/**
 * The states in which a service's troubles are told.
 *
 * @param beside what else is read in each of them, above all the way on
 */
export function troubleStates(service: 'Дневник' | 'VK Мессенджер', ...beside: RegExp[]): Record<Trouble, State> {
  const stateOf = (trouble: Trouble): State => ({
    reads: [new RegExp(escaped(`${service} ${sentences[trouble]}`)), ...beside],
  });
  return Object.fromEntries(troubles.map((trouble) => [trouble, stateOf(trouble)])) as Record<Trouble, State>;
}

function escaped(text: string): string {
  return text.replace(/[.?]/g, '\\$&');
}
