import { beforeEach, describe, expect, it } from 'vitest';
import { hideStaleConflict, type Opened, opened } from '@/entrypoints/section/state/openingState';

const target = { kind: 'messenger' } as const;
const notice = { reason: 'anotherPersonSignedIn', present: { name: 'Пётр', roles: '' }, wanted: 'Мария' } as const;

const outcomes: [Opened['outcome'], boolean][] = [
  [{ kind: 'conflict', notice }, false],
  [{ kind: 'ask', wanted: 'Мария' }, true],
  [{ kind: 'signedOut' }, true],
  [{ kind: 'failed' }, true],
];

describe('what was said of the last opening', () => {
  beforeEach(() => {
    opened.value = null;
  });

  it.each(outcomes)('%j, once the linked person is seen here', (outcome, stays) => {
    opened.value = { target, background: false, outcome };
    hideStaleConflict();
    expect(opened.value !== null).toBe(stays);
  });
});
