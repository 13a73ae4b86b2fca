/** The stand's own time: real time plus an offset that a test may move. */
export interface StandClock {
  /** Milliseconds since the epoch, as every host of the stand sees them. */
  now(): number;
  /** Moves the clock by so many milliseconds; negative goes back. */
  shift(milliseconds: number): void;
  /** Sets the clock to a moment; time flows on from there. */
  set(moment: Date | number | string): void;
  /** Added to a date before its weekday is looked up in the plans, days: any day may be the Monday of a test. */
  weekShift: number;
}

/** A clock that starts at the real time, or at the given moment. */
export function createClock(start?: Date | number | string): StandClock {
  let offset = 0;
  const clock: StandClock = {
    now: () => Date.now() + offset,
    weekShift: 0,
    shift(milliseconds) {
      offset += milliseconds;
    },
    set(moment) {
      const target = new Date(moment).getTime();
      if (Number.isNaN(target)) throw new TypeError(`Not a moment: ${String(moment)}`);
      offset = target - Date.now();
    },
  };
  if (start !== undefined) clock.set(start);
  return clock;
}
