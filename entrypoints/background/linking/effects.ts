import type { Door } from '@/entrypoints/background/conflict/door';
import { refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import type { Services } from '@/entrypoints/background/services/services';
import type { DiaryAccount } from '@/lib/diary/types';
import { createWait, type Wait } from '@/lib/inTime';
import type { LinkingEffect, LinkingEvent, PeopleHere } from '@/lib/linking/steps';
import { problem } from '@/lib/problem';
import { fail } from '@/lib/result';
import type { LinkingWindows } from './signInWindows';

/** What happens to a linking from outside; who would be in the way is found out when its turn comes. */
export type WizardEvent =
  | Exclude<LinkingEvent, { type: 'peopleRead' | 'choose' }>
  | { type: 'peopleRead'; people: PeopleHere }
  | { type: 'choose'; profileId: number };

/**
 * Carries out one effect. Gives back what came of it, for the wizard; `null`: nothing that it would wait for.
 *
 * @param wait what the person waits for has begun already
 */
export type CarryOut = (account: DiaryAccount, effect: LinkingEffect, wait?: Wait) => Promise<WizardEvent | null>;

/**
 * @param tell tells the wizard what happens while an effect is still under way
 */
export function createEffects(
  services: Services,
  door: Door,
  windows: LinkingWindows,
  tell: (accountKey: string, event: WizardEvent, wait?: Wait) => Promise<void>,
): CarryOut {
  async function signInWithVkid(accountKey: string, attempt: number): Promise<null> {
    // From the moment in which the person is back: VK ID and VK Мессенджер are asked one after the other.
    let wait: Wait | undefined;
    const onBack = () => {
      wait = createWait();
      return wait;
    };
    const onWindow = (windowId: number) =>
      void windows.noteVkid(accountKey, windowId).then(() => tell(accountKey, { type: 'windowOpened' }));
    const outcome = await services.vkid
      .signIn(accountKey, onWindow, onBack)
      // A defect, or full storage: the wizard must not wait for an answer that never comes.
      .catch(() => fail(problem('vkid', 'unreadable', 'sign-in: failed')));
    await tell(
      accountKey,
      outcome.ok ? { type: 'vkidDone', attempt } : { type: 'vkidFailed', attempt, problem: outcome.problem },
      wait,
    );
    return null;
  }

  return async ({ key }, effect, wait) => {
    switch (effect.type) {
      case 'readPeople': {
        const people = await readPeople(door, effect.byPerson, wait).catch(
          (): PeopleHere => ({ kind: 'problem', problem: problem('messenger', 'unreadable', 'people: failed') }),
        );
        return { type: 'peopleRead', people };
      }
      case 'openVkid':
        return signInWithVkid(key, effect.attempt);
      case 'openMessenger':
        return { type: (await windows.showMessenger(key)) ? 'windowOpened' : 'windowFailed' };
      case 'focusWindow':
        await windows.focus(key);
        return null;
      case 'closeWindows':
        await windows.close(key);
        return null;
      case 'saveLink':
        // The link is kept already.
        await refreshDiaries();
        return null;
    }
  };
}

/** Who is here, asked now. Whoever could not be read might be the very person: linking waits for all of them. */
async function readPeople(door: Door, byPerson: boolean, wait?: Wait): Promise<PeopleHere> {
  const here = await door.whoIsHere({ maximumAge: 0, byPerson, wait });
  return here.kind === 'profiles' && here.unread ? { kind: 'problem', problem: here.unread } : here;
}
