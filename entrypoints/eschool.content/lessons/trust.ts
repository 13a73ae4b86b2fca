import { elementOf, type PageCopy } from '@/lib/diary/page/pageCopy';

/**
 * Which shown rows may be believed to be of the pupil who is chosen now. The choice belongs to the session: another tab may
 * change it while this page goes on showing, and even rendering anew, what it read before.
 */
export interface Trust {
  /** The page was looked at and copied. */
  see(copy: PageCopy): void;
  /** Another pupil was chosen at that moment: nothing is believed until the page has read its days again. */
  withdraw(at: number): void;
  /** The page read days; tells whether other rows are believed from then on. */
  pageRead(askedAt: number, readAt: number): boolean;
  /** Whether an element may be believed that was seen in a copy. */
  holds(copy: PageCopy, number: number): boolean;
}

/** It is heard a little later that another pupil was chosen: so many looks at the page are remembered until then. */
const mostCopies = 5;

/** Stands at the element itself: a page may render thousands between two collections, and a map of them keeps the room it once had. */
const firstSeen = Symbol('first seen');

interface SeenElement extends Element {
  [firstSeen]?: number;
}

/** Makes the trust of one page; moments are on the clock of `performance.now()`. */
export function createTrust(): Trust {
  let withdrawnAt = Number.NEGATIVE_INFINITY;
  let since = Number.NEGATIVE_INFINITY;
  /** A page that asks its server in some other way is believed by what it renders afterwards. */
  let isPageHeard = false;
  /** What was seen and not noted yet, the newest last: while nobody doubts, nobody needs to know. */
  const copies: PageCopy[] = [];

  function note(copy: PageCopy, number: number): number {
    const element: SeenElement | undefined = elementOf(copy, number);
    if (!element) return Number.NEGATIVE_INFINITY;
    element[firstSeen] = Math.min(element[firstSeen] ?? copy.at, copy.at);
    return element[firstSeen];
  }

  /** Notes of every element when it was seen first. */
  function noteAll(): void {
    for (const copy of copies.splice(0))
      for (let number = 0; number <= copy.inside.length; number += 1) note(copy, number);
  }

  return {
    see(copy) {
      copies.push(copy);
      const [, second] = copies;
      // The oldest that is remembered may show what was there before.
      if (second && copies.length > mostCopies) copies.splice(0, 2, { ...second, at: Number.NEGATIVE_INFINITY });
      if (since > Number.NEGATIVE_INFINITY) noteAll();
    },
    withdraw(at) {
      withdrawnAt = at;
      since = isPageHeard ? Number.POSITIVE_INFINITY : at;
      noteAll();
    },
    pageRead(askedAt, readAt) {
      isPageHeard = true;
      const isNews = askedAt >= withdrawnAt && since > readAt;
      if (isNews) since = readAt;
      return isNews;
    },
    holds: (copy, number) => note(copy, number) >= since,
  };
}
