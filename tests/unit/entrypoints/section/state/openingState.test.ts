import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hideStale, type Opened, opened } from '@/entrypoints/section/state/openingState';
import type { PendingView } from '@/lib/messages/opening';
import type { PresenceView } from '@/lib/messages/section';

const target = { kind: 'messenger' } as const;
const notice = { reason: 'anotherPersonSignedIn', present: { name: 'Пётр', roles: '' }, wanted: 'Мария' } as const;

const here = { kind: 'here', several: false } as const;
const gone = { kind: 'signedOut', mayBeHidden: false, hasNoProfile: false } as const;
const other = { kind: 'other', notice } as const;
const unknown = { kind: 'unknown', problem: { service: 'messenger', kind: 'offline' }, inDoubt: false } as const;

const outcomes: [Opened['outcome'], PresenceView, boolean][] = [
  [{ kind: 'conflict', notice }, here, false],
  [{ kind: 'conflict', notice }, other, true],
  // «Сейчас открыт Сферум другого человека»: there is nobody.
  [{ kind: 'conflict', notice }, gone, false],
  [{ kind: 'ask', wanted: 'Мария' }, here, true],
  [{ kind: 'ask', wanted: 'Мария' }, { kind: 'here', several: true }, true],
  [{ kind: 'ask', wanted: 'Мария' }, gone, false],
  [{ kind: 'ask', wanted: 'Мария' }, other, false],
  [{ kind: 'ask', wanted: 'Мария' }, { kind: 'asking' }, true],
  [{ kind: 'ask', wanted: 'Мария' }, unknown, true],
  [{ kind: 'signedOut' }, here, true],
  [{ kind: 'failed' }, here, true],
];

describe('what was said of the last opening', () => {
  beforeEach(() => {
    opened.value = null;
  });

  it.each(outcomes)('%j, when a later look finds %j', (outcome, presence, stays) => {
    opened.value = { target, background: false, outcome };
    hideStale(presence, null);
    expect(opened.value !== null).toBe(stays);
  });

  it.each(outcomes)(
    '%j, waiting since the lesson was clicked, when a later look finds %j',
    (outcome, presence, stays) => {
      if (outcome.kind === 'failed') return;
      const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ answer: null } as never);
      hideStale(presence, { goal: target, about: '', outcome } as PendingView);
      const isForgotten = send.mock.calls.some(([message]) => (message as { name?: string }).name === 'pending.forget');
      expect(isForgotten).toBe(!stays);
      send.mockRestore();
    },
  );
});
