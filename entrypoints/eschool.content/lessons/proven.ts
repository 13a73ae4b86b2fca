import type { CopiedElement, PageCopy } from '@/lib/diary/page/pageCopy';
import type { LessonPlace } from '@/lib/messages/lessons';

/**
 * The lessons whose proof stands in the page as it did when it was read: the same elements, their row and the head of their day,
 * show the same. Where more rows have changed than stayed, the page shows something else, and what is alike is so by chance.
 *
 * @param before the copy that the places were read from
 * @param now a later copy of the same content
 */
export function stillProven(places: readonly LessonPlace[], before: PageCopy, now: PageCopy): LessonPlace[] {
  if (places.length === 0) return [];
  const partNow = new Map<Element | undefined, CopiedElement | undefined>(
    now.elements.map((element, at) => [element, now.parts[at]]),
  );
  const compared = new Map<number, boolean>();
  const stands = (at: number): boolean => {
    const known = compared.get(at);
    if (known !== undefined) return known;
    const isSame = JSON.stringify(before.parts[at]) === JSON.stringify(partNow.get(before.elements[at]) ?? null);
    compared.set(at, isSame);
    return isSame;
  };
  const standing = places.filter(({ row, head }) => head !== null && stands(row) && stands(head));
  return standing.length * 2 >= places.length ? standing : [];
}
