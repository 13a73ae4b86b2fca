import { signal } from '@preact/signals';
import type { Goal } from '@/lib/conflict/ways';
import type { OpenOutcome, PendingView } from '@/lib/messages/opening';
import type { PresenceView } from '@/lib/messages/section';
import { ask } from '@/lib/messages/send';
import { createSingleFlight } from '@/lib/singleFlight';
import { createTurns } from '@/lib/turns';
import { failureOf } from './askingBackground';
import { readSection } from './section';

/** What is to be opened. */
export type Target = Extract<Goal, { kind: 'chat' | 'call' | 'messenger' }>;

/** How the last opening ended, where it did not simply open. */
export interface Opened {
  target: Target;
  background: boolean;
  outcome: OpenOutcome | { kind: 'failed' };
}

export const opened = signal<Opened | null>(null);

/** What waited to be opened and was let be: it leaves the screen before the background has forgotten it. */
const letBe = signal('');

function isTarget(goal: Goal): goal is Target {
  return goal.kind === 'chat' || goal.kind === 'call' || goal.kind === 'messenger';
}

/** What the person wanted to open in the diary's page when something stood in the way, as an outcome to be shown. */
export function outcomeOf(pending: PendingView | null | undefined): Opened | null {
  if (!pending || !isTarget(pending.goal) || JSON.stringify(pending) === letBe.value) return null;
  return { target: pending.goal, background: false, outcome: pending.outcome };
}

/** Whether a conflict is on the screen that stood in the way of opening something. */
export function isConflictSaid(pending: PendingView | null | undefined): boolean {
  return (opened.value ?? outcomeOf(pending))?.outcome.kind === 'conflict';
}

/** Lets what waits be, here and when the section is opened again. */
export function letPendingBe(pending: PendingView | null | undefined): void {
  letBe.value = JSON.stringify(pending ?? null);
  void forgetPending().catch(failureOf);
}

/** Once the background has forgotten it, the same may be wanted again and is asked again. */
async function forgetPending(): Promise<void> {
  await ask('pending.forget', {});
  await readSection();
  letBe.value = '';
}

/** Something is being opened. */
export const opening = signal(false);

const turn = createTurns();

/** A double click opens one tab. */
const once = createSingleFlight<OpenOutcome>();

function request(target: Target, how: { anyway: boolean; background: boolean; anew: boolean }): Promise<OpenOutcome> {
  switch (target.kind) {
    case 'chat':
      return ask('chat.open', { peerId: target.peerId, ...how });
    case 'call':
      return ask('call.open', { id: target.id, ...how });
    case 'messenger':
      return ask('messenger.open', how);
  }
}

/**
 * Opens something.
 *
 * @param anyway the person said that it does not matter who is signed in
 * @param anew the person says that it is worth asking VK now
 */
export async function open(target: Target, background = false, anyway = false, anew = false): Promise<void> {
  const isLast = turn();
  opening.value = true;
  opened.value = null;
  let outcome: Opened['outcome'];
  try {
    outcome = await once(JSON.stringify([target, anyway, anew]), () => request(target, { anyway, background, anew }));
  } catch (cause) {
    failureOf(cause);
    outcome = { kind: 'failed' };
  }
  if (!isLast()) return;
  opening.value = false;
  const isSilent = outcome.kind === 'opened' && outcome.as === null && !outcome.caution;
  opened.value = isSilent ? null : { target, background, outcome };
}

/** Takes away what was said of the last opening. */
export function hideOutcome(): void {
  opened.value = null;
}

/** With whom each of these is not true any more: it is taken away, and the person opens anew what they wanted. */
const stale: Partial<Record<Opened['outcome']['kind'], readonly PresenceView['kind'][]>> = {
  conflict: ['here', 'signedOut'],
  // «Это Мария?», and how else to become her, where she has gone meanwhile.
  ask: ['signedOut', 'other'],
};

/** Takes away what was said of people who are not here any more, and what waits because of them. */
export function hideStale({ kind }: PresenceView, pending: PendingView | null): void {
  const isStale = ({ outcome }: Opened | PendingView) => stale[outcome.kind]?.includes(kind);
  if (opened.value && isStale(opened.value)) hideOutcome();
  if (pending && isStale(pending)) letPendingBe(pending);
}
