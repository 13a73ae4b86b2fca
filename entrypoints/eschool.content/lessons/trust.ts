/**
 * Which shown rows may be believed to be of the pupil who is chosen now. The choice belongs to the session: another tab may
 * change it while this page goes on showing, and even rendering anew, what it read before.
 */
export interface Trust {
  /** Another pupil was chosen at that moment: nothing is believed until the page has read its days again. */
  withdraw(at: number): void;
  /** The page read days; tells whether other rows are believed from then on. */
  pageRead(askedAt: number, readAt: number): boolean;
  /** Whether a row that is in the page now may be believed; who asks of many at once tells the moment. */
  holds(row: Element, at?: number): boolean;
}

/** Stands at the row itself: a page may render thousands between two collections, and a map of them keeps the room it once had. */
const firstSeen = Symbol('first seen');

interface SeenRow extends Element {
  [firstSeen]?: number;
}

/** Makes the trust of one page; moments are on the clock of `performance.now()`. */
export function createTrust(now: () => number = () => performance.now()): Trust {
  let withdrawnAt = Number.NEGATIVE_INFINITY;
  let since = Number.NEGATIVE_INFINITY;
  /** A page that asks its server in some other way is believed by what it renders afterwards. */
  let isPageHeard = false;

  return {
    withdraw(at) {
      withdrawnAt = at;
      since = isPageHeard ? Number.POSITIVE_INFINITY : at;
    },
    pageRead(askedAt, readAt) {
      isPageHeard = true;
      const isNews = askedAt >= withdrawnAt && since > readAt;
      if (isNews) since = readAt;
      return isNews;
    },
    holds(row: SeenRow, at = now()) {
      row[firstSeen] ??= at;
      return row[firstSeen] >= since;
    },
  };
}
