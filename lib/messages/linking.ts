import * as z from 'zod/mini';
import type { Difference } from '@/lib/linking/differences';
import type { WaitingPurpose } from '@/lib/linking/steps';
import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import type { ConflictView } from './conflict';
import { accept } from './message';

/** Linking as it is shown. */
export type LinkingView = LinkingStepView & {
  /** Asking again every few seconds may bring linking on, while the person sees it. */
  watched: boolean;
  /** VK ID did not work, so linking goes on through VK Мессенджер. */
  withoutVkid: boolean;
};

/** A step of linking as it is shown. */
export type LinkingStepView =
  /** `canSkipVkid`: VK ID's window was closed, and there is a way without it. */
  | { name: 'start'; problem: Problem | null; conflict: ConflictView | null; canSkipVkid: boolean }
  | { name: 'checking' }
  | { name: 'vkid' }
  | { name: 'interrupted' }
  | {
      name: 'waiting';
      purpose: WaitingPurpose;
      windowClosed: boolean;
      timedOut: boolean;
      /** Why the last look at who is signed in failed. */
      problem: Problem | null;
      /** The person said twice that they are signed in; the browser may keep it from the extension. */
      mayBeHidden: boolean;
    }
  | { name: 'choice'; profiles: EduProfile[]; suggestedId: number | null }
  | {
      name: 'confirmation';
      profile: EduProfile;
      differences: Difference[];
      /** Something in the profile's roles is not understood. */
      isRoleUnknown: boolean;
      vkidName: string | null;
      canChooseAgain: boolean;
    };

/** What the person does in linking; `look`: nobody did anything, the section looks by itself. */
export const linkingAction = z.enum([
  'begin',
  'beginWithoutVkid',
  'createProfile',
  'recheck',
  'look',
  'choose',
  'chooseAgain',
  'confirm',
  'confirmSamePerson',
  'cancel',
]);

export type LinkingAction = z.infer<typeof linkingAction>;

export const linkingMessages = {
  /** «Отвязать учетную запись» → «Да». */
  'link.remove': accept(['section'], z.object({})).answering<{ consent: 'withdrawn' | 'byHand' | 'none' }>(),
  /** A link that was not used for long: «Оставить». */
  'link.keep': accept(['section'], z.object({})).answering<null>(),
};
