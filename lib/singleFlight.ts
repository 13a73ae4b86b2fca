/** The same wanted again within this, milliseconds, is the second half of a double click. */
export const doubleClick = 1500;

interface Flight<Answer> {
  answer: Promise<Answer>;
  begun: number;
  isDone: boolean;
}

/**
 * Does each thing once, however often it is clicked: who wants the same while it is being done, or within a double click of its
 * beginning, gets the answer of the first.
 *
 * @param now unix milliseconds, or any other clock of milliseconds
 * @example
 * const once = createSingleFlight<OpenOutcome>();
 * once(`call ${id}`, () => ask('call.open', { id, anyway: false }));
 */
export function createSingleFlight<Answer>(now: () => number = () => performance.now()) {
  const flights = new Map<string, Flight<Answer>>();

  return function once(target: string, act: () => Promise<Answer>): Promise<Answer> {
    const begun = now();
    for (const [key, flight] of flights) {
      if (flight.isDone && Math.abs(begun - flight.begun) >= doubleClick) flights.delete(key);
    }
    const before = flights.get(target);
    if (before) return before.answer;
    const flight: Flight<Answer> = { answer: act(), begun, isDone: false };
    flights.set(target, flight);
    flight.answer.then(
      () => {
        flight.isDone = true;
      },
      // What failed was not done: it may be tried again at once.
      () => flights.delete(target),
    );
    return flight.answer;
  };
}
