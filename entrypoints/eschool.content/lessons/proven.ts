import { elementOf, type PageCopy } from '@/lib/diary/page/pageCopy';
import type { LessonPlace } from '@/lib/messages/lessons';

/** What a translator leaves as it is: of a row its times, of the head of a day its date. */
const timesOf = /\d+[:.]\d+/g;
const dateOf = /\d+/g;

/**
 * The lessons whose proof stands in the page as it did when it was read: the same elements, their row and the head of their day,
 * show the same. Where more rows have changed than stayed, the page shows something else, and what is alike is so by chance.
 *
 * @param before the copy that the places were read from
 * @param now the same content as it is now
 * @param isTranslated the browser's translator has written other words into the same elements: times and dates tell
 */
export function stillProven(
  places: readonly LessonPlace[],
  before: PageCopy,
  now: Element,
  isTranslated = false,
): LessonPlace[] {
  const stands = (number: number, text: string, numbers: RegExp): boolean => {
    const element = elementOf(before, number);
    const shown = now.contains(element ?? null) && element?.textContent;
    if (typeof shown !== 'string') return false;
    return shown === text || (isTranslated && shown.match(numbers)?.join() === text.match(numbers)?.join());
  };
  const standing = places.filter(
    ({ row, rowText, head, headText }) =>
      head !== null && stands(row, rowText, timesOf) && stands(head, headText, dateOf),
  );
  return standing.length * 2 >= places.length ? standing : [];
}
