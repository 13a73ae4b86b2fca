import * as z from 'zod/mini';
import type { Goal } from '@/lib/conflict/ways';
import type { Problem } from '@/lib/problem';
import type { ConflictView } from './conflict';
import { accept } from './message';

/** What the toolbar popup shows. */
export interface PopupView {
  /** The diary it concerns: of the tab in front, else of any other. `hasSection` is false where its page does not answer. */
  diary: { tabId: number; origin: string; linked: boolean; hasSection: boolean } | null;
  conflict: { goal: Goal; notice: ConflictView } | null;
  /** Whom that diary's person would enter a call of VK as, where that is not themselves: a given name. */
  joinsAs: string | null;
  /** Firefox's private window or container: nothing is known of who is signed in there. */
  foreignJar: 'private' | 'container' | null;
  /** «Не обращаться к VK». */
  isLinksOnly: boolean;
}

/** What a pasted link is, and who is in its way. */
export interface PastedView {
  kind: 'empty' | 'notALink' | 'foreign' | 'unknown' | 'call' | 'chat' | 'invitation' | 'sferum';
  /** Host of a foreign link, as the browser writes it; else empty. */
  host: string;
  /** The address to open; `null` for what is not opened. */
  address: string | null;
  /** A link of VK whose meaning is not known, to be copied; else empty. */
  link: string;
  conflict: ConflictView | null;
  /** Who is signed in could not be found out. */
  problem: Problem | null;
}

/** The tab in front. */
const tabId = z.nullable(z.int());

export const popupMessages = {
  'popup.read': accept(['page'], z.object({ tabId })).answering<PopupView>(),
  'popup.checkLink': accept(
    ['page'],
    z.object({ tabId, text: z.string().check(z.maxLength(5000)) }),
  ).answering<PastedView>(),
  /** Beside the tab in front. */
  'popup.openLink': accept(
    ['page'],
    z.object({ tabId, address: z.string().check(z.maxLength(2000)) }),
  ).answering<null>(),
};
