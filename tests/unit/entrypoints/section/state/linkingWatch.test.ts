import { describe, expect, it } from 'vitest';
import { createLinkingWatch, lookOnReturn, mostLooks } from '@/entrypoints/section/state/linkingWatch';
import type { Shown } from '@/entrypoints/section/state/section';
import type { LinkingView } from '@/lib/messages/linking';
import { problem } from '@/lib/problem';

const notes = { watched: false, withoutVkid: false };
const calm = { windowClosed: false, timedOut: false, problem: null, mayBeHidden: false };
const waiting = { ...notes, ...calm, name: 'waiting' } as const;
const conflict = { reason: 'pupilProfileInParentDiary', present: { name: '', roles: '' }, wanted: '' } as const;
const start = { ...notes, name: 'start', problem: null, conflict: null, canSkipVkid: false } as const;

/** A step, and what is looked for while it stands and when the person comes back to it. */
const steps: [string, LinkingView, string | null, string][] = [
  ['the start', start, null, 'read'],
  ['a failure', { ...start, problem: problem('messenger', 'offline') }, null, 'read'],
  ['somebody else’s Сферум', { ...start, conflict, watched: true }, 'look', 'look'],
  ['somebody else’s Сферум after ten minutes', { ...start, conflict }, null, 'look'],
  // A background that died over its question is woken.
  ['the check who is signed in', { ...notes, name: 'checking' }, 'read', 'read'],
  ['VK ID', { ...notes, name: 'vkid' }, 'read', 'read'],
  ['an interrupted sign-in', { ...notes, name: 'interrupted' }, null, 'read'],
  ['waiting', { ...waiting, purpose: 'signIn', watched: true }, 'look', 'look'],
  ['waiting for an answer', { ...waiting, purpose: 'answer', watched: true }, 'look', 'look'],
  ['waiting for more than ten minutes', { ...waiting, purpose: 'creation', timedOut: true }, null, 'look'],
  ['the choice', { ...notes, name: 'choice', profiles: [], suggestedId: null }, null, 'read'],
];

function showing(linking: LinkingView): Shown {
  return {
    kind: 'unlinked',
    account: { fullName: '', role: 'parent', description: '', school: '' },
    linking,
    pending: null,
  };
}

describe('a step of linking that the person looks at', () => {
  it.each(steps)('%s', (_, linking, look, onReturn) => {
    expect([createLinkingWatch()(showing(linking)), lookOnReturn(showing(linking))]).toEqual([look, onReturn]);
  });

  it.each(steps)('%s is not looked at for ever, whatever the background says', (_, linking) => {
    const next = createLinkingWatch();
    const looks = Array.from({ length: 2000 }, () => next(showing(linking))).filter(Boolean);
    expect(looks.length).toBeLessThanOrEqual(mostLooks);
    expect(mostLooks * 5).toBe(600);
  });

  it('the next step is looked at anew', () => {
    const next = createLinkingWatch();
    const one = showing({ ...notes, name: 'checking' });
    for (let look = 0; look < 2000; look += 1) next(one);
    expect(next(showing({ ...waiting, purpose: 'signIn', watched: true }))).toBe('look');
    expect(next(one)).toBe('read');
  });

  it('nothing of linking is looked at elsewhere', () => {
    expect(createLinkingWatch()({ kind: 'loading' })).toBeNull();
    expect(lookOnReturn({ kind: 'failed' })).toBeNull();
  });
});
