import { type Door, noticeOf } from '@/entrypoints/background/conflict/door';
import type { VendorDoor } from '@/entrypoints/background/conflict/vendor';
import { personAt } from '@/entrypoints/background/diary/personReading';
import { viewOfLinking } from '@/entrypoints/background/linking/view';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import type { Opening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import { announce } from '@/entrypoints/background/services/announce';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { mayBeHidden } from '@/entrypoints/background/session/mayBeHidden';
import { withinPatience } from '@/lib/conflict/patience';
import type { DiaryAccount } from '@/lib/diary/types';
import { createWait, inTime } from '@/lib/inTime';
import { links, noteUse, rememberedProfile } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';
import { lastUse } from '@/lib/linking/use';
import type { AccountView, PresenceView, SectionView } from '@/lib/messages/section';
import type { EduProfile } from '@/lib/messenger/types';

/**
 * Puts together what the section shows to the person at a tab.
 *
 * @param byPerson «Я вошёл», «Проверить ещё раз», «Повторить»: diary and VK are asked at once
 */
export async function readSectionView(
  sender: Sender,
  services: Services,
  { door, wizards, opening, vendor }: { door: Door; wizards: Wizards; opening: Opening; vendor: VendorDoor },
  byPerson = false,
  wait = createWait(),
): Promise<SectionView> {
  const asking = personAt(sender, services, byPerson);
  if ((await inTime(asking, soon)) === null) void askAhead(sender, services, byPerson);
  const person = await wait('diary', asking);
  if (!person.ok)
    return {
      kind: 'diaryUnavailable',
      problem: person.problem,
      signInAddress: `${sender.origin}/auth/login-page`,
    };
  if (sender.tab?.foreignJar) return { kind: 'linksOnly', reason: sender.tab.foreignJar };
  if (await isLinksOnly()) return { kind: 'linksOnly', reason: 'switchedOff' };

  const stopped = await vendor.notice(sender, { byPerson, wait });
  if (stopped) return { kind: 'vendorStopped', notice: stopped };

  const { account, link } = person.value;
  if (!link) {
    const linking = await viewOfLinking(await wizards.current(account.key), account, services);
    return { kind: 'unlinked', account: viewOfAccount(account), linking, pending: await opening.pending(sender) };
  }
  const use = lastUse(link, services.clock.now());
  if (use === 'toNote') await noteUse(account.key, services.clock.now());
  const presence: PresenceView = (await withinPatience(readPresence(sender, services, door, byPerson), readAgain)) ?? {
    kind: 'asking',
  };
  return {
    kind: 'linked',
    account: viewOfAccount(account),
    profile: presence.kind === 'here' ? await readProfile(link, services) : rememberedProfile(link),
    presence,
    justLinked: wizards.takeJustLinked(account.key),
    longUnused: use === 'longAgo',
    pending: await opening.pending(sender),
  };
}

/** A diary's page that knows who is there says so in this time, milliseconds. */
const soon = 250;

/** A diary that is slow is not waited for before VK is asked, where anybody of it is linked. */
async function askAhead({ tab, origin }: Sender, { presence }: Services, byPerson: boolean): Promise<void> {
  if (tab?.foreignJar || (await isLinksOnly())) return;
  if (byPerson) presence.forgetFailure();
  if (Object.values(await links.get()).some((link) => link.origin === origin)) await presence.read();
}

/** An answer came too late for the one who waited for it. */
const readAgain = () => announce('linking');

function viewOfAccount(account: DiaryAccount): AccountView {
  const { fullName, role, description, selectedPupil } = account;
  return { fullName, role, description, school: selectedPupil?.school ?? '' };
}

/** The linked profile, while it is signed in; its picture as the link remembers it until VK has answered. */
async function readProfile(link: Link, services: Services): Promise<EduProfile> {
  const read = await withinPatience(services.profiles.read(link.profileId), ({ ok }) => ok && readAgain());
  return read?.ok ? read.value : { ...rememberedProfile(link), photo: link.photo };
}

async function readPresence(sender: Sender, services: Services, door: Door, byPerson: boolean): Promise<PresenceView> {
  const { verdict } = await door.ask({ kind: 'diary' }, sender, { byPerson });
  switch (verdict.kind) {
    case 'open':
      return { kind: 'here', several: false };
    case 'ask':
      return { kind: 'here', several: true };
    case 'conflict':
      return { kind: 'other', notice: noticeOf(verdict) };
    case 'signIn':
      return {
        kind: 'signedOut',
        mayBeHidden: mayBeHidden(services.presence),
        hasNoProfile: await services.presence.hasNoProfile(),
      };
    case 'notKnown':
      return { kind: 'unknown', problem: verdict.problem, inDoubt: await services.presence.isInDoubt() };
  }
}
