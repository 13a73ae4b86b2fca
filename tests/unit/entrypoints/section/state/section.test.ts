import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { act, readSection, shown } from '@/entrypoints/section/state/section';
import type { SectionView } from '@/lib/messages/section';

const start: SectionView & { kind: 'unlinked' } = {
  kind: 'unlinked',
  account: { fullName: '', role: 'parent', description: '', school: '' },
  linking: { name: 'start', problem: null, conflict: null, canSkipVkid: false, watched: false, withoutVkid: false },
  pending: null,
};
const checking: SectionView = { ...start, linking: { name: 'checking', watched: false, withoutVkid: false } };

/** What the background answers, one message after another; `null`: it died over it. The last answer is repeated. */
function answering(...answers: (SectionView | null)[]) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer ? { answer } : undefined;
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  shown.value = start;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function done(work: Promise<void>): Promise<void> {
  await vi.runAllTimersAsync();
  await work;
}

describe('a background that did not answer', () => {
  it('once: a click in linking is sent once more', async () => {
    const sent = answering(null, checking);
    await done(act('begin'));
    expect([shown.value, sent.mock.calls.length]).toEqual([checking, 2]);
  });

  it('each time: the click is not lost in silence, and nothing is sent for ever', async () => {
    const sent = answering(null);
    await done(act('recheck'));
    expect([shown.value, sent.mock.calls.length]).toEqual([{ kind: 'failed' }, 3]);
  });

  it('each time, where nobody clicked: what stands there stays', async () => {
    answering(null);
    await done(act('look'));
    await done(readSection());
    expect(shown.value).toBe(start);
  });

  it('once, at the very beginning: the section still comes', async () => {
    shown.value = { kind: 'loading' };
    answering(null, start);
    await done(readSection());
    expect(shown.value).toEqual(start);
  });
});
