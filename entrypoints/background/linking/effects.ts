import type { Door } from '@/entrypoints/background/conflict/door';
import { refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import type { Services } from '@/entrypoints/background/services/services';
import type { DiaryAccount } from '@/lib/diary/types';
import type { LinkingEffect, LinkingEvent, PeopleHere } from '@/lib/linking/steps';
import { problem } from '@/lib/problem';
import { fail } from '@/lib/result';
import type { LinkingWindows } from './signInWindows';

/** What happens to a linking from outside; who would be in the way is found out when its turn comes. */
export type WizardEvent =
  | Exclude<LinkingEvent, { type: 'peopleRead' | 'choose' }>
  | { type: 'peopleRead'; people: PeopleHere }
  | { type: 'choose'; profileId: number };

/** Carries out one effect. Gives back what came of it, for the wizard; `null`: nothing that it would wait for. */
export type CarryOut = (account: DiaryAccount, effect: LinkingEffect) => Promise<WizardEvent | null>;

/**
 * @param tell tells the wizard what happens while an effect is still under way
 */
export function createEffects(
  services: Services,
  door: Door,
  windows: LinkingWindows,
  tell: (accountKey: string, event: WizardEvent) => Promise<void>,
): CarryOut {
  async function signInWithVkid(accountKey: string, attempt: number): Promise<WizardEvent> {
    const onWindow = (windowId: number) =>
      void windows.noteVkid(accountKey, windowId).then(() => tell(accountKey, { type: 'windowOpened' }));
    const outcome = await services.vkid
      .signIn(accountKey, onWindow)
      // A defect, or full storage: the wizard must not wait for an answer that never comes.
      .catch(() => fail(problem('vkid', 'unreadable', 'sign-in: failed')));
    return outcome.ok ? { type: 'vkidDone', attempt } : { type: 'vkidFailed', attempt, problem: outcome.problem };
  }

  return async ({ key }, effect) => {
    switch (effect.type) {
      case 'readPeople': {
        const people = await readPeople(door, effect.byPerson).catch(
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
async function readPeople(door: Door, byPerson: boolean): Promise<PeopleHere> {
  const here = await door.whoIsHere({ maximumAge: 0, byPerson });
  return here.kind === 'profiles' && here.unread ? { kind: 'problem', problem: here.unread } : here;
}
