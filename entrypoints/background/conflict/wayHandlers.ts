import * as z from 'zod/mini';
import { askDiary } from '@/entrypoints/background/diary/diaryTabs';
import { placeOf } from '@/entrypoints/background/diary/place';
import { goalSchema } from '@/entrypoints/background/opening/goal';
import type { Handlers } from '@/entrypoints/background/serve';
import type { Popup } from '@/entrypoints/background/today/popup';
import type { WayAct } from '@/lib/messages/protocol';
import type { InvitationGuard } from './invitation';
import type { VendorGuard } from './vendor';
import type { Ways } from './ways';

const nothing = z.object({});
const tabId = z.nullable(z.int());
const address = z.string().check(z.maxLength(2000));

const acts = [
  'openPrivateWindow',
  'openSettings',
  'openContainer',
  'beginSignOut',
  'showSignOut',
  'lookForSignOut',
  'cancel',
] as const satisfies WayAct[];

type WayMessages =
  | 'invitation.check'
  | 'notice.read'
  | 'notice.leave'
  | 'ways.read'
  | 'ways.act'
  | 'signInAgain.read'
  | 'signInAgain.act'
  | 'popup.read'
  | 'popup.checkLink'
  | 'popup.openLink'
  | 'popup.openSection'
  | 'vendor.stopped'
  | 'vendor.proceed';

export interface WayParts {
  ways: Ways;
  guard: InvitationGuard;
  popup: Popup;
  vendor: VendorGuard;
}

/** Messages about two people in one browser: who may send them, their shape, and what is done. */
export function createWayHandlers(parts: WayParts): Pick<Handlers, WayMessages> {
  const { ways, guard, popup, vendor } = parts;

  return {
    'invitation.check': {
      from: ['invitation'],
      payload: z.object({ address }),
      // No name goes to a page of Сферум: the notice, which is ours, asks for it itself.
      handle: async (request, sender) => ({ conflict: (await guard.read(sender, request.address)) !== null }),
    },
    'notice.read': {
      from: ['notice'],
      payload: z.object({ address }),
      handle: (request, sender) => guard.read(sender, request.address),
    },
    'notice.leave': {
      from: ['notice'],
      payload: nothing,
      async handle(_, { tab }) {
        if (tab) await guard.uncover(tab.id);
        return null;
      },
    },
    'ways.read': {
      from: ['section', 'notice', 'page'],
      payload: z.object({ goal: goalSchema, tabId }),
      handle: async (request, sender) => ways.read(await placeOf(sender, request.tabId), request.goal),
    },
    'ways.act': {
      from: ['section', 'notice', 'page'],
      payload: z.object({ goal: goalSchema, tabId, act: z.enum(acts) }),
      handle: async (request, sender) => ways.act(await placeOf(sender, request.tabId), request.goal, request.act),
    },
    'signInAgain.read': { from: ['section', 'page'], payload: nothing, handle: () => ways.signInAgain() },
    'signInAgain.act': {
      from: ['section', 'page'],
      payload: z.object({ act: z.enum(['open', 'forget']) }),
      handle: ({ act }) => ways.actSignInAgain(act),
    },
    'popup.read': {
      from: ['page'],
      payload: z.object({ tabId }),
      handle: (request, sender) => popup.read(sender, request.tabId),
    },
    'popup.checkLink': {
      from: ['page'],
      payload: z.object({ tabId, text: z.string().check(z.maxLength(5000)) }),
      handle: (request, sender) => popup.checkLink(sender, request.tabId, request.text),
    },
    'popup.openLink': {
      from: ['page'],
      payload: z.object({ address }),
      async handle(request) {
        await popup.openLink(request.address);
        return null;
      },
    },
    'popup.openSection': {
      from: ['page'],
      payload: z.object({ tabId: z.int() }),
      async handle(request) {
        await popup.openSection(request.tabId);
        return null;
      },
    },
    'vendor.stopped': {
      from: ['diary'],
      payload: nothing,
      async handle(_, { tab }) {
        if (tab) vendor.stop(tab.id);
        return null;
      },
    },
    'vendor.proceed': {
      from: ['section'],
      payload: nothing,
      async handle(_, { tab }) {
        if (!tab) return null;
        vendor.release(tab.id);
        await askDiary(tab.id, 'vendor.proceed', {});
        return null;
      },
    },
  };
}
