import * as z from 'zod/mini';
import type { Way } from '@/lib/conflict/ways';
import { goalSchema } from './goal';
import { accept } from './message';

/** The ways out of two people in one browser, as they stand now. */
export interface WaysView {
  /** In the order to show. */
  ways: Way[];
  /** What is opened elsewhere: for the QR code and for copying. */
  address: string;
  browser: BrowserView;
  /** Private windows: whether this extension works there, and how the last attempt to open one ended. */
  privateWindow: {
    allowed: boolean;
    /** The browser refused: the steps that allow it are shown until it is allowed. */
    forbidden: boolean;
    /** It was refused before and is allowed now: the window is opened without another click. */
    resumable: boolean;
  };
  containerFailed: boolean;
  /** Somebody is expected to sign out for a while. */
  signOut: { name: string; tired: boolean } | null;
}

/** Which browser this is, for steps in its own words. */
export interface BrowserView {
  kind: 'chrome' | 'firefox';
  /** «Firefox», «Chrome», «Яндекс Браузер». */
  name: string;
  /** Major version; 0 when unknown. */
  version: number;
}

/** Who signed out for a while and may sign in again; `null`: nobody. */
export type SignInAgainView = { name: string } | null;

/** What the person does with the ways. */
const wayAct = z.enum([
  'openPrivateWindow',
  /** Chrome's page of this extension, where private windows are allowed. */
  'openSettings',
  'openContainer',
  'beginSignOut',
  /** «Показать страницу ещё раз». */
  'showSignOut',
  /** Looks whether the person has left: every 5 s while waiting is seen. */
  'lookForSignOut',
  /** «Я вышел», «Выход выполнен»: VK is asked at once. */
  'saySignedOut',
  'cancel',
]);

export type WayAct = z.infer<typeof wayAct>;

/** `tabId` is the diary's tab where a page without a tab of its own asks. */
const request = { goal: goalSchema, tabId: z.nullable(z.int()) };

export const wayMessages = {
  /** The ways out to a goal. */
  'ways.read': accept(['section', 'notice', 'page'], z.object(request)).answering<WaysView>(),
  'ways.act': accept(['section', 'notice', 'page'], z.object({ ...request, act: wayAct })).answering<WaysView>(),
  /** Who may sign in again. */
  'signInAgain.read': accept(['section', 'page'], z.object({})).answering<SignInAgainView>(),
  /** `forget` ends the reminder, `open` opens the page for it. */
  'signInAgain.act': accept(
    ['section', 'page'],
    z.object({ act: z.enum(['open', 'forget']) }),
  ).answering<SignInAgainView>(),
};
