/** How far the computer's clock may be from the server's and still be believed, in milliseconds. */
const tolerance = 90_000;

/** An answer that took longer says too little about the moment at which its `Date` was written. */
const longestExchange = 60_000;

/** `Date` headers are cut down to whole seconds: on average half a second is missing. */
const headerRounding = 500;

/** The computer's clock, corrected by what servers say the time is. */
export interface Clock {
  /** The corrected time, unix milliseconds. Everything that is compared with a lesson or a call uses this one. */
  now(): number;
  /** The computer's own time, unix milliseconds: for measuring how long something took. */
  computerNow(): number;
  /** What is added to the computer's time, in milliseconds; 0 while the difference is at most 90 s or unknown. */
  readonly offset: number;
  /** The difference as measured or adopted, in milliseconds, to be handed to another context; `null` while unknown. */
  readonly measured: number | null;
  /**
   * Learns from one answer. A header that is missing or makes no sense, or an exchange that took too long, teaches
   * nothing.
   *
   * @param dateHeader the answer's `Date` header, whole seconds
   * @param sentAt when the request was sent, by `computerNow()`
   * @param receivedAt when the answer's head arrived, by `computerNow()`
   */
  observe(dateHeader: string | null, sentAt: number, receivedAt: number): void;
  /**
   * Takes over a difference measured elsewhere: the diary's, which is preferred. While there is one, own observations
   * change nothing; `null` gives it back.
   */
  adopt(measured: number | null): void;
}

/**
 * Makes a clock.
 *
 * @param computerNow the computer's time, unix milliseconds
 */
export function createClock(computerNow: () => number = Date.now): Clock {
  let observed: number | null = null;
  let adopted: number | null = null;

  const measured = () => adopted ?? observed;
  const offset = () => {
    const difference = measured();
    return difference !== null && Math.abs(difference) > tolerance ? difference : 0;
  };

  return {
    now: () => computerNow() + offset(),
    computerNow,
    get offset() {
      return offset();
    },
    get measured() {
      return measured();
    },
    observe(dateHeader, sentAt, receivedAt) {
      if (dateHeader === null) return;
      const serverTime = Date.parse(dateHeader);
      const took = receivedAt - sentAt;
      // A negative duration means that the computer's clock was set while we waited.
      if (Number.isNaN(serverTime) || took < 0 || took > longestExchange) return;
      observed = Math.round(serverTime + headerRounding - (sentAt + receivedAt) / 2);
    },
    adopt(difference) {
      adopted = difference !== null && Number.isFinite(difference) ? difference : null;
    },
  };
}
