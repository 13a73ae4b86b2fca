import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Door } from '@/entrypoints/background/conflict/door';
import { createInvitationGuard } from '@/entrypoints/background/conflict/invitationGuard';
import type { Sender } from '@/entrypoints/background/sender';
import type { Verdict } from '@/lib/conflict/types';
import { problem } from '@/lib/problem';

const address = 'https://sferum.ru/?call_link=abc';
const invitation = 'https://sferum.ru/?p=invite&type=parent';
const sender = { kind: 'notice', tab: null, origin: '' } as Sender;
const slow: Verdict = { kind: 'notKnown', problem: problem('messenger', 'slow', 'not in the time of all') };

let verdict: Verdict;
let asked: number;

function guardOf() {
  const ask: Door['ask'] = async () => {
    asked += 1;
    return { verdict, joinsAs: null, person: null, moved: false };
  };
  return createInvitationGuard({ ask, whoIsHere: async () => ({ kind: 'signedOut' }) });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  asked = 0;
  verdict = slow;
});
afterEach(() => vi.useRealTimers());

describe('who is in the way of an invitation', () => {
  it('is not waited for once more by the notice over what nobody could say', async () => {
    const guard = guardOf();
    expect(await guard.covers(sender, invitation)).toBe(true);
    expect(await guard.read(sender, invitation)).toEqual(slow);
    expect(asked).toBe(1);
  });

  it('is asked anew by a notice that stands already', async () => {
    const guard = guardOf();
    await guard.covers(sender, invitation);
    await guard.read(sender, invitation);
    verdict = { kind: 'open', as: null };
    expect(await guard.read(sender, invitation)).toBeNull();
  });

  it('is asked anew some seconds later', async () => {
    const guard = guardOf();
    await guard.covers(sender, invitation);
    vi.advanceTimersByTime(2000);
    verdict = { kind: 'open', as: null };
    expect(await guard.read(sender, invitation)).toBeNull();
  });

  it('is asked anew for another invitation, and for an answer that was one', async () => {
    const guard = guardOf();
    await guard.covers(sender, invitation);
    await guard.read(sender, `${invitation}&school=2`);
    expect(asked).toBe(2);
    verdict = { kind: 'open', as: null };
    expect(await guard.covers(sender, invitation)).toBe(false);
    expect(await guard.read(sender, invitation)).toBeNull();
    expect(asked).toBe(4);
  });

  it('is not asked where there is no invitation', async () => {
    expect(await guardOf().covers(sender, address)).toBe(false);
    expect(asked).toBe(0);
  });
});
