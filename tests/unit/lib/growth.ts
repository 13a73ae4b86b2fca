/** Less cannot be told by the processor's clock, microseconds. */
const grain = 2000;

/**
 * How much longer four times as much takes than in proportion, by the processor's own time: 1 and less is a line, 4 the square. What
 * else the machine does plays no part.
 *
 * @param work does it with so many times as much
 */
export function growthOf(work: (times: number) => void): number {
  const least = (times: number): number => {
    const rounds = Array.from({ length: 4 }, () => {
      const begun = process.cpuUsage();
      work(times);
      const { user, system } = process.cpuUsage(begun);
      return user + system;
    });
    return Math.min(...rounds);
  };
  // What collects garbage and translates code runs when it likes: the best of several counts.
  return Math.min(...Array.from({ length: 3 }, () => least(4) / (4 * Math.max(least(1), grain))));
}

/** More is no line any longer. */
export const steepest = 2.5;
