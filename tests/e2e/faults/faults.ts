import type { FaultKind } from '../../stand/faults.ts';

const sevenHours = 7 * 3_600_000;

/** What may become of any request. */
export const faults = {
  refused: { kind: 'reset' },
  slow: { kind: 'slow', ms: 60_000 },
  dropped: { kind: 'dropped' },
  forbidden: { kind: 'status', status: 403 },
  'too many': { kind: 'status', status: 429 },
  'server error': { kind: 'status', status: 500 },
  page: { kind: 'html' },
  truncated: { kind: 'truncated' },
  'other types': { kind: 'otherTypes' },
  'other shapes': { kind: 'otherShapes' },
  large: { kind: 'large', bytes: 5_000_000 },
  redirect: { kind: 'redirect' },
  'date ahead': { kind: 'dateShifted', by: sevenHours },
  'date behind': { kind: 'dateShifted', by: -sevenHours },
  'date of 1970': { kind: 'dateOf', moment: 0 },
  cookies: { kind: 'cookies' },
} as const satisfies Record<string, FaultKind>;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as FaultName[];
