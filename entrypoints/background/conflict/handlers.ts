import { placeOf } from '@/entrypoints/background/diary/place';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { askTab } from '@/lib/messages/askTab';
import type { invitationMessages } from '@/lib/messages/invitation';
import type { vendorMessages } from '@/lib/messages/vendor';
import type { wayMessages } from '@/lib/messages/ways';
import type { InvitationGuard } from './invitationGuard';
import type { VendorDoor } from './vendor';
import type { WaysGoing } from './waysGoing';

/** Two people in one browser: the ways out, invitations and the vendor's own button. */
export function createConflictHandlers({
  ways,
  guard,
  vendor,
}: {
  ways: WaysGoing;
  guard: InvitationGuard;
  vendor: VendorDoor;
}): HandlersOf<typeof wayMessages & typeof invitationMessages & typeof vendorMessages> {
  return {
    'ways.read': async ({ goal, tabId }, sender) => ways.read(await placeOf(sender, tabId), goal),
    'ways.act': async ({ goal, tabId, act }, sender) => ways.act(await placeOf(sender, tabId), goal, act),
    'signInAgain.read': () => ways.signInAgain(),
    'signInAgain.act': ({ act }) => ways.actSignInAgain(act),
    // No name goes to a page of Сферум: the notice, which is ours, asks for it itself.
    'invitation.check': async ({ address }, sender) => ({ covers: (await guard.read(sender, address)) !== null }),
    'notice.read': ({ address }, sender) => guard.read(sender, address),
    async 'notice.leave'(_, { tab }) {
      if (tab) await guard.uncover(tab.id);
      return null;
    },
    'vendor.clicked': async (_, sender) => ({ stops: await vendor.stops(sender) }),
    async 'vendor.proceed'(_, { tab }) {
      if (!tab) return null;
      await vendor.release(tab.id);
      await askTab(tab.id, 'vendor.proceed', {});
      return null;
    },
  };
}
