import { openBeside } from '@/entrypoints/background/browser/windows';
import { type Door, noticeOf } from '@/entrypoints/background/conflict/door';
import { lessonsAt } from '@/entrypoints/background/diary/diaryTabs';
import { personAt } from '@/entrypoints/background/diary/personReading';
import type { Sender, Tab } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { callId, lessonLinkId } from '@/lib/calls/callIds';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import type { JoinLink } from '@/lib/calls/types';
import { withinPatience } from '@/lib/conflict/patience';
import type { Verdict } from '@/lib/conflict/types';
import type { Goal } from '@/lib/conflict/ways';
import { createWait, type Wait } from '@/lib/inTime';
import { noteUse } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';
import type { OpenOutcome, PendingView } from '@/lib/messages/opening';
import { liveOf } from '@/lib/messenger/keepers/held';
import { createSingleFlight } from '@/lib/singleFlight';
import { chatAddress, messengerAddress } from '@/lib/sites/messenger';
import { isCautionDue } from './caution';
import { createPendings } from './pending';

/** How something is opened. */
export interface OpenOptions {
  /** Whoever is signed in. */
  anyway: boolean;
  /** In a tab behind. */
  background: boolean;
  /** The person says that it is worth asking VK now. */
  anew?: boolean | undefined;
  /** Opens beside this tab instead of the diary's; `null`: at the end of the window in front. */
  beside?: Tab | null;
  /** The lesson that it is opened for, as the diary calls it: a title of VK's own belongs to its person, and another may be here. */
  lesson?: string | undefined;
  /** There is no place to say «Проверьте, под чьим именем вы войдёте». */
  isUnsaid?: boolean;
  /** What the person waits for has begun already. */
  wait?: Wait | undefined;
}

export interface Opening {
  lessonLink(sender: Sender, address: string, how: OpenOptions): Promise<OpenOutcome>;
  call(sender: Sender, id: string, how: OpenOptions): Promise<OpenOutcome>;
  chat(sender: Sender, peerId: number, how: OpenOptions): Promise<OpenOutcome>;
  messenger(sender: Sender, how: OpenOptions): Promise<OpenOutcome>;
  /** What the person wanted to open in the page of this tab, when something stood in the way. */
  pending(sender: Sender): Promise<PendingView | null>;
  /** The person does not want it any more. */
  letPendingBe(sender: Sender): Promise<void>;
  /** Where an opaque id leads; `null` when it is not known any more. */
  addressOf(sender: Sender, id: string, wait?: Wait): Promise<string | null>;
}

/** Opens calls and chats next to the diary, after asking at the door. */
export function createOpening(
  services: Services,
  door: Door,
  onJoined: (place: Sender, link: JoinLink) => void,
): Opening {
  const { holdings, clock } = services;
  const pendings = createPendings(clock);
  /** A double click opens one tab, wherever it was made: two of one call would be the same child twice, with an echo. */
  const once = createSingleFlight<void>();

  async function open(
    sender: Sender,
    url: string,
    how: OpenOptions,
    { link = null, as = null }: { link?: Link | null; as?: string | null } = {},
  ): Promise<OpenOutcome> {
    await once(`${sender.tab?.id} ${url}`, () =>
      openBeside(how.beside === undefined ? sender.tab : how.beside, url, !how.background),
    );
    await pendings.forget(sender);
    if (link) await noteUse(link.accountKey, clock.now());
    return { kind: 'opened', as, caution: false };
  }

  /** Opens what the door lets through; where it does not, says why, and keeps what was wanted for the section to ask again. */
  async function openThroughDoor(sender: Sender, goal: Goal, url: string, how: OpenOptions): Promise<OpenOutcome> {
    if (how.anyway) {
      const person = await withinPatience(personAt(sender, services));
      return open(sender, url, how, { link: person?.ok ? person.value.link : null });
    }
    const { verdict, person, moved } = await door.ask(goal, sender, { byPerson: how.anew, wait: how.wait });
    if (moved) return { kind: 'moved' };
    const link = person?.link ?? null;
    if (verdict.kind === 'open') return open(sender, url, how, { link, as: verdict.as });
    // A lesson is not missed because nobody says who is here; a chat would open for whoever that is.
    if (verdict.kind === 'notKnown' && goal.kind === 'call') return open(sender, url, how, { link });
    const outcome = outcomeOf(verdict);
    // The section hears it itself; in the diary's page nothing of VK may stand, so the section is opened and asks.
    if (sender.kind !== 'section' && isPendingOutcome(outcome))
      await pendings.keep(sender, { goal, about: how.lesson ?? '', outcome });
    return outcome;
  }

  async function join(sender: Sender, address: string, goal: Goal, how: OpenOptions): Promise<OpenOutcome> {
    const link = recognizeJoinLink(address);
    if (!link) return { kind: 'gone' };
    const outcome =
      link.service === 'vk'
        ? await openThroughDoor(sender, goal, link.address, how)
        : await open(sender, link.address, how);
    if (outcome.kind !== 'opened') return outcome;
    onJoined(sender, link);
    return { ...outcome, caution: await isCautionDue(link, !how.isUnsaid && !sender.tab?.foreignJar) };
  }

  async function addressOf(sender: Sender, id: string, wait = createWait()): Promise<string | null> {
    if (id.startsWith(lessonLinkId('')) && sender.tab) {
      const lessons = await wait('diary', lessonsAt(sender, services.clock));
      const all = lessons.ok ? lessons.value.flatMap(lessonLinks) : [];
      const link = all.find(({ callKey }) => lessonLinkId(callKey) === id);
      return link?.address ?? null;
    }
    const person = await wait('diary', personAt(sender, services));
    const held = person.ok && person.value.link ? await holdings.get(person.value.link.profileId) : null;
    if (!held) return null;
    const calls = [...held.scheduled, ...liveOf(held)].filter((call) => callId(call.id) === id);
    const link = recognizeJoinLink(calls.find(({ address }) => address !== null)?.address ?? '');
    return link?.address ?? null;
  }

  return {
    addressOf,
    pending: pendings.read,
    letPendingBe: pendings.forget,
    lessonLink(sender, address, how) {
      const link = recognizeJoinLink(address);
      return join(sender, address, { kind: 'call', id: lessonLinkId(link?.callKey ?? '') }, how);
    },
    async call(sender, id, how) {
      const address = await addressOf(sender, id, how.wait);
      return address === null ? { kind: 'gone' } : join(sender, address, { kind: 'call', id }, how);
    },
    chat: (sender, peerId, how) => openThroughDoor(sender, { kind: 'chat', peerId }, chatAddress(peerId), how),
    messenger: (sender, how) => openThroughDoor(sender, { kind: 'messenger' }, messengerAddress, how),
  };
}

/** Why something was not opened. */
function outcomeOf(verdict: Exclude<Verdict, { kind: 'open' }>): OpenOutcome {
  switch (verdict.kind) {
    case 'ask':
      return { kind: 'ask', wanted: verdict.wanted };
    case 'conflict':
      return { kind: 'conflict', notice: noticeOf(verdict) };
    case 'signIn':
      return { kind: 'signedOut' };
    case 'notKnown':
      return { kind: 'problem', problem: verdict.problem };
  }
}

function isPendingOutcome(outcome: OpenOutcome): outcome is PendingView['outcome'] {
  return outcome.kind === 'conflict' || outcome.kind === 'ask' || outcome.kind === 'signedOut';
}
