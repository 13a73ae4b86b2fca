/** What is told of ten measurements. */
export interface Spread {
  median: number;
  minimum: number;
  maximum: number;
}

/** Median and spread of measurements; they are not changed. @throws {RangeError} when there is none */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const [minimum, maximum] = [sorted[0], sorted.at(-1)];
  if (minimum === undefined || maximum === undefined) throw new RangeError('nothing was measured');
  return { median: percentile(sorted, 50), minimum, maximum };
}

/** The value below which so many per cent lie, between neighbours where there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = ((sorted.length - 1) * percent) / 100;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
