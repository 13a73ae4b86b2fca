import type { HandlersOf } from '@/entrypoints/background/serve';
import { askTab } from '@/lib/messages/askTab';
import type { invitationMessages } from '@/lib/messages/invitation';
import type { vendorMessages } from '@/lib/messages/vendor';
import type { InvitationGuard } from './invitationGuard';
import type { VendorDoor } from './vendor';

/** Two people in one browser: invitations and the vendor's own button. */
export function createConflictHandlers({
  guard,
  vendor,
}: {
  guard: InvitationGuard;
  vendor: VendorDoor;
}): HandlersOf<typeof invitationMessages & typeof vendorMessages> {
  return {
    // No name goes to a page of Сферум: the notice, which is ours, asks for it itself.
    'invitation.check': async ({ address }, sender) => ({ covers: await guard.covers(sender, address) }),
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
