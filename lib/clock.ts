import { offsetAt } from './time';

/** How far the computer's clock may be from the server's and still be believed, in milliseconds. */
const tolerance = 90_000;

/** An answer that took longer says too little about the moment at which its `Date` was written. */
const longestExchange = 60_000;

/** `Date` headers are cut down to whole seconds: on average half a second is missing. */
const headerRounding = 500;

/**
 * A server that is further away from the computer's clock has no right time: some send 1970, none is in a zone so far away.
 * Milliseconds.
 */
const furthest = 26 * 3_600_000;

/**
 * How far a server's clock is ahead of the computer's, by one answer of it, in milliseconds; `null` where the header is missing or
 * makes no sense, or the exchange took too long to tell.
 *
 * @param dateHeader the answer's `Date` header, whole seconds
 * @param sentAt when the request was sent, by the computer's clock
 * @param receivedAt when the answer's head arrived, by the computer's clock
 */
export function clockDifference(dateHeader: string | null, sentAt: number, receivedAt: number): number | null {
  const serverTime = Date.parse(dateHeader ?? '');
  const took = receivedAt - sentAt;
  // A negative duration means that the computer's clock was set while we waited.
  if (Number.isNaN(serverTime) || took < 0 || took > longestExchange) return null;
  const difference = Math.round(serverTime + headerRounding - (sentAt + receivedAt) / 2);
  return Math.abs(difference) <= furthest ? difference : null;
}

/** The computer's clock, corrected by what servers say the time is. */
export interface Clock {
  /** The corrected time, unix milliseconds. Everything that is compared with a lesson or a call uses this one. */
  now(): number;
  /** The computer's own time, unix milliseconds: for measuring how long something took. */
  computerNow(): number;
  /** What is added to the computer's time, in milliseconds; 0 while the difference is at most 90 s or unknown. */
  readonly offset: number;
  /** Learns from one answer of VK's, as {@link clockDifference} takes it. */
  observe(dateHeader: string | null, sentAt: number, receivedAt: number): void;
  /**
   * Takes over the difference that a diary's page measured, in milliseconds. The diary comes first, but where VK's clock disagrees
   * with it by more than 90 s, VK's is taken: some servers send their local time. Where VK says nothing, a header that is ahead by what
   * the diary's zone is ahead of UTC is local time.
   *
   * @param timeZone the diary's, IANA
   */
  adopt(difference: number | null, timeZone?: string): void;
}

/**
 * Makes a clock.
 *
 * @param computerNow the computer's time, unix milliseconds
 */
export function createClock(computerNow: () => number = Date.now): Clock {
  let ofVk: number | null = null;
  let ofDiary: number | null = null;

  const offset = () => {
    const agree = ofVk === null || ofDiary === null || Math.abs(ofVk - ofDiary) <= tolerance;
    const difference = (agree ? (ofDiary ?? ofVk) : ofVk) ?? 0;
    return Math.abs(difference) > tolerance ? difference : 0;
  };

  /** A computer that is itself wrong by just that, and in that direction, is not to be expected. */
  function isLocalTime(difference: number, timeZone: string | undefined): boolean {
    const ahead = timeZone === undefined ? 0 : offsetAt(computerNow(), timeZone);
    return ahead !== 0 && Math.abs(difference - ahead) <= tolerance;
  }

  return {
    now: () => computerNow() + offset(),
    computerNow,
    get offset() {
      return offset();
    },
    observe(dateHeader, sentAt, receivedAt) {
      ofVk = clockDifference(dateHeader, sentAt, receivedAt) ?? ofVk;
    },
    adopt(difference, timeZone) {
      const isRight = difference !== null && Math.abs(difference) <= furthest && !isLocalTime(difference, timeZone);
      ofDiary = isRight ? difference : null;
    },
  };
}
