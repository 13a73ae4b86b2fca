import { openBeside } from '@/entrypoints/background/browser/windows';
import { lessonsOfTab } from '@/entrypoints/background/diary/diaryTabs';
import type { Person } from '@/entrypoints/background/diary/person';
import { givenName, personAt } from '@/entrypoints/background/diary/person';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import type { Goal } from '@/lib/conflict/ways';
import { noteUse } from '@/lib/linking/links';
import type { ConflictView } from '@/lib/messages/conflict';
import type { OpenOutcome, PendingView } from '@/lib/messages/opening';
import { liveOf } from '@/lib/messenger/keepers/held';
import { chatAddress, messengerAddress } from '@/lib/sites/messenger';
import { createPendings } from './pending';

const opened: OpenOutcome = { kind: 'opened' };

/** A call opens when VK does not say within this time who is signed in, milliseconds. */
export const defaultPatience = 1000;

/** Opaque ids of calls: where the address is found when it is opened. */
export const callId = (id: string) => `call:${id}`;
export const lessonLinkId = (callKey: string) => `link:${callKey}`;

/** How a call is opened. */
export interface JoinOptions {
  /** Whoever is signed in. */
  anyway: boolean;
  /** In a tab behind. */
  background: boolean;
  /** How long it may take to find out who is signed in, milliseconds; the time that was spent before is not in it. */
  patience?: number | undefined;
}

function isPendingOutcome(outcome: OpenOutcome): outcome is PendingView['outcome'] {
  return outcome.kind === 'conflict' || outcome.kind === 'ask' || outcome.kind === 'signedOut';
}

export interface Opening {
  lessonLink(sender: Sender, address: string, how: JoinOptions): Promise<OpenOutcome>;
  call(sender: Sender, id: string, how: JoinOptions): Promise<OpenOutcome>;
  chat(sender: Sender, peerId: number, anyway: boolean, background: boolean): Promise<OpenOutcome>;
  messenger(sender: Sender, anyway: boolean, background: boolean): Promise<OpenOutcome>;
  /** What the person wanted to open in the page of this tab, when something stood in the way. */
  pending(sender: Sender): Promise<PendingView | null>;
  /** The person does not want it any more. */
  letPendingBe(sender: Sender): Promise<void>;
  /** Where an opaque id leads; `null` when it is not known any more. */
  addressOf(sender: Sender, id: string): Promise<string | null>;
  /** Who is signed in instead of the linked profile, for the notice; `null` when the linked one is there. */
  noticeFor(person: Person): Promise<ConflictView | null>;
}

/** Opens calls and chats next to the diary, after looking at who is signed in. */
export function createOpening(services: Services): Opening {
  const { presence, profiles, holdings, clock } = services;
  const pendings = createPendings(clock);

  async function noticeFor({ link }: Person): Promise<ConflictView | null> {
    const tokens = await presence.read();
    if (!link || !tokens.ok || tokens.value.length === 0) return null;
    if (tokens.value.some(({ profileId }) => profileId === link.profileId)) return null;
    const [first] = tokens.value;
    const present = first ? await profiles.read(first.profileId) : null;
    return {
      reason: 'anotherPersonSignedIn',
      present: present?.ok
        ? { name: present.value.firstName, roles: present.value.rolesText.toLocaleLowerCase('ru') }
        : { name: '', roles: '' },
      wanted: link.profileName.split(' ')[0] || givenName(link.accountName),
    };
  }

  /** What stands in the way of opening something of the linked profile; `null`: nothing. */
  async function obstacle(person: Person, purpose: 'chat' | 'call'): Promise<OpenOutcome | null> {
    if (!person.link) return null;
    const { profileId, profileName } = person.link;
    const tokens = await presence.read();
    if (!tokens.ok) {
      // The call's own page asks to sign in; a chat would open for whoever signs in there.
      if (purpose === 'call') return null;
      return tokens.problem.kind === 'signedOut' ? { kind: 'signedOut' } : { kind: 'problem', problem: tokens.problem };
    }
    if (tokens.value.length === 0) return purpose === 'call' ? null : { kind: 'signedOut' };
    if (!tokens.value.some((token) => token.profileId === profileId)) {
      const notice = await noticeFor(person);
      return notice && { kind: 'conflict', notice };
    }
    return tokens.value.length > 1 ? { kind: 'ask', wanted: profileName } : null;
  }

  /** The person at a tab and what stands in their way, but not longer sought than a person waits for a lesson. */
  async function findInTime(sender: Sender, { anyway, patience = defaultPatience }: JoinOptions) {
    let person: Person | null = null;
    const seek = async () => {
      const asked = await personAt(sender, services);
      person = asked.ok ? asked.value : null;
      return person && !anyway ? obstacle(person, 'call') : null;
    };
    const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
    const found = await Promise.race([seek(), tooLong]);
    return { person: person as Person | null, found };
  }

  async function open(sender: Sender, person: Person | null, url: string, background: boolean): Promise<OpenOutcome> {
    await openBeside(sender.tab, url, !background);
    await pendings.forget(sender);
    if (person?.link) await noteUse(person.link.accountKey, clock.now());
    return opened;
  }

  async function join(sender: Sender, address: string, goal: Goal, how: JoinOptions): Promise<OpenOutcome> {
    const link = recognizeJoinLink(address);
    if (!link) return { kind: 'gone' };
    // Calls of other services are never checked; nor can they be where the background has other cookies than the tab.
    if (link.service !== 'vk' || sender.tab?.foreignJar) return open(sender, null, link.address, how.background);
    const { person, found } = await findInTime(sender, how);
    if (!found) return open(sender, person, link.address, how.background);
    // The section hears it itself; in the diary's page nothing of VK may stand, so the section is opened and asks.
    if (sender.kind !== 'section' && isPendingOutcome(found)) await pendings.keep(sender, goal, found);
    return found;
  }

  async function addressOf(sender: Sender, id: string): Promise<string | null> {
    if (id.startsWith(lessonLinkId('')) && sender.tab) {
      const lessons = await lessonsOfTab(sender.tab.id);
      const all = lessons.ok ? lessons.value.flatMap(lessonLinks) : [];
      return all.find(({ callKey }) => lessonLinkId(callKey) === id)?.address ?? null;
    }
    const person = await personAt(sender, services);
    const held = person.ok && person.value.link ? await holdings.get(person.value.link.profileId) : null;
    if (!held) return null;
    const calls = [...held.scheduled, ...liveOf(held)].filter((call) => callId(call.id) === id);
    return calls.find(({ address }) => address !== null)?.address ?? null;
  }

  return {
    addressOf,
    noticeFor,
    pending: pendings.read,
    letPendingBe: pendings.forget,
    lessonLink(sender, address, how) {
      const link = recognizeJoinLink(address);
      return join(sender, address, { kind: 'call', id: lessonLinkId(link?.callKey ?? '') }, how);
    },
    async call(sender, id, how) {
      const address = await addressOf(sender, id);
      return address === null ? { kind: 'gone' } : join(sender, address, { kind: 'call', id }, how);
    },
    async chat(sender, peerId, anyway, background) {
      const person = await personAt(sender, services);
      if (!person.ok) return { kind: 'problem', problem: person.problem };
      const found = anyway ? null : await obstacle(person.value, 'chat');
      return found ?? open(sender, person.value, chatAddress(peerId), background);
    },
    async messenger(sender, anyway, background) {
      if (sender.tab?.foreignJar) return open(sender, null, messengerAddress, background);
      const person = await personAt(sender, services);
      const found = anyway || !person.ok ? null : await obstacle(person.value, 'chat');
      return found ?? open(sender, person.ok ? person.value : null, messengerAddress, background);
    },
  };
}
