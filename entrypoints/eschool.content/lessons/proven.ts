import type { CopiedElement, PageCopy } from '@/lib/diary/page/pageCopy';
import type { LessonPlace } from '@/lib/messages/lessons';

/** What a translator leaves as it is: of a row its times, of the head of a day its date, of both whether they are believed. */
const timesOf = /\d+[:.]\d+|~/g;
const dateOf = /\d+|~/g;

/**
 * The lessons whose proof stands in the page as it did when it was read: the same elements, their row and the head of their day,
 * show the same. Where more rows have changed than stayed, the page shows something else, and what is alike is so by chance.
 *
 * @param before the copy that the places were read from
 * @param now a later copy of the same content
 * @param isTranslated the browser's translator has written other words into the same elements: times and dates tell
 */
export function stillProven(
  places: readonly LessonPlace[],
  before: PageCopy,
  now: PageCopy,
  isTranslated = false,
): LessonPlace[] {
  if (places.length === 0) return [];
  const partNow = new Map<Element | undefined, CopiedElement | undefined>(
    now.elements.map((element, at) => [element, now.parts[at]]),
  );
  const compared = new Map<number, boolean>();
  const stands = (at: number, numbers: RegExp): boolean => {
    const known = compared.get(at);
    if (known !== undefined) return known;
    const shown = (part: CopiedElement | undefined) => {
      const text = JSON.stringify(part ?? null);
      return isTranslated ? text.match(numbers)?.join() : text;
    };
    const part = partNow.get(before.elements[at]);
    const isSame = part !== undefined && shown(before.parts[at]) === shown(part);
    compared.set(at, isSame);
    return isSame;
  };
  const standing = places.filter(({ row, head }) => head !== null && stands(row, timesOf) && stands(head, dateOf));
  return standing.length * 2 >= places.length ? standing : [];
}
