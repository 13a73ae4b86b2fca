/** One thing that was looked at; without a problem it is as it should be. */
export interface Check {
  name: string;
  problem?: string;
}

/** A check that two values are the same, as JSON. */
export function same(name: string, actual: unknown, expected: unknown): Check {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  return is === should ? { name } : { name, problem: `is ${is}, should be ${should}` };
}
