import { batch, signal } from '@preact/signals';
import type { Messages } from '@/lib/messages/all';
import type { LinkingAction } from '@/lib/messages/linking';
import type { AnswerOf } from '@/lib/messages/message';
import type { SectionView } from '@/lib/messages/section';
import { ask } from '@/lib/messages/send';
import { createTurns } from '@/lib/turns';
import { failureOf } from './askingBackground';

/** What the page shows: a view of the background's, or what stands there without one. */
export type Shown = SectionView | { kind: 'loading' } | { kind: 'failed' };

export const shown = signal<Shown>({ kind: 'loading' });

/** The person has acted in this page: focus follows what they did. */
export const acted = signal(false);

/** The background says it once; it stands until it is hidden. */
export const justLinked = signal(false);

/** How the last unlinking ended. */
export const unlinked = signal<AnswerOf<Messages['link.remove']>['consent'] | null>(null);

const turn = createTurns();

/**
 * Of several answers under way the one asked for last is shown: an older one says how things were.
 *
 * @param clicked somebody waits for what comes of it
 */
async function show(request: () => Promise<SectionView>, clicked: boolean): Promise<void> {
  const isLast = turn();
  try {
    const view = await request();
    batch(() => {
      if (view.kind === 'linked' && view.justLinked) justLinked.value = true;
      if (isLast()) {
        if (view.kind !== 'linked') justLinked.value = false;
        shown.value = view;
      }
    });
  } catch (cause) {
    const failure = failureOf(cause);
    if (failure === 'hidden') shown.value = { kind: 'hidden' };
    // What stands there already is worth more than a general sentence, unless somebody clicked in it.
    else if (isLast() && (clicked || shown.value.kind === 'loading')) shown.value = { kind: 'failed' };
  }
}

/**
 * Asks anew what to show.
 *
 * @param byPerson the person says that it is worth asking VK now
 */
export function readSection(byPerson = false): Promise<void> {
  return show(() => ask('section.read', { byPerson }), byPerson);
}

/** Does something in linking. */
export function act(action: LinkingAction, profileId?: number): Promise<void> {
  const payload = { action, ...(profileId === undefined ? {} : { profileId }) };
  return show(() => ask('linking.act', payload), action !== 'look');
}

/** Unlinks. */
export async function unlinkFromSection(): Promise<void> {
  try {
    const { consent } = await ask('link.remove', {});
    unlinked.value = consent;
  } catch (cause) {
    failureOf(cause);
  }
  await readSection();
}

/** Gives focus back to the diary's menu. */
export async function leave(): Promise<void> {
  await ask('section.leave', {}).catch(failureOf);
}
