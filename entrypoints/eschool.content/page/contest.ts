/** Whoever moves one of our elements so often within a second has won. */
const moves = 5;

/** A page that renders itself anew throws ours away with its own: that is no contest, as long as there is an end to it. */
const renderings = 20;

/** What is counted together, and the first time to stand back. Milliseconds. */
const second = 1000;

/** After a lost round: so many more, each after twice the time of the one before. */
const rounds = 5;

/** Our side of a contest with another script for the place of one element. */
export interface Contest {
  /**
   * Whether the element may be put once more; counts it. When a round is lost, the page is looked at again after a while.
   *
   * @param anchor an element of the page that ours stands by: another one than before is the page's own rendering
   * @param isLeft it is seen where it is now: a lost round is the last one then
   */
  mayPut(anchor: Element | null, isLeft?: boolean): boolean;
  /** The other script has won, for a while or for good. */
  readonly isLost: boolean;
  /** The element is taken down: the page is not looked at again. */
  stop(): void;
}

/**
 * Makes the contest for one element. However fast another script moves it or takes it away, there are so many moves a round and
 * so many rounds, so neither an observer nor a timer goes on without end. A page that renders anew while we stand back does it of
 * its own, and not in answer to us: the rounds begin again.
 *
 * @param again looks at the page once more; the element may have gone with the last thing that happened there
 */
export function createContest(again: () => void, now: () => number = () => performance.now()): Contest {
  let puts: { at: number; anchor: Element | null }[] = [];
  let lostRounds = 0;
  /** Where the last round was lost, until it is seen what the page did while we stood back. */
  let lostAt: Element | null | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function lose(anchor: Element | null, isLeft: boolean): void {
    lostRounds = isLeft ? rounds + 1 : lostRounds + 1;
    lostAt = anchor;
    puts = [];
    if (lostRounds > rounds) return;
    waiting = setTimeout(
      () => {
        waiting = undefined;
        again();
      },
      second * 2 ** (lostRounds - 1),
    );
  }

  return {
    mayPut(anchor, isLeft = false) {
      if (waiting !== undefined) return false;
      if (lostAt !== undefined) {
        if (lostAt !== anchor) lostRounds = 0;
        else if (lostRounds > rounds) return false;
        lostAt = undefined;
      }
      const at = now();
      puts = puts.filter((put) => at - put.at < second);
      const isLost = puts.length >= renderings || puts.filter((put) => put.anchor === anchor).length >= moves;
      if (isLost) lose(anchor, isLeft);
      else puts.push({ at, anchor });
      return !isLost;
    },
    get isLost() {
      return waiting !== undefined || lostRounds > rounds;
    },
    stop() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
