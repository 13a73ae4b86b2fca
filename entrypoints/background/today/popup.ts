import { openBeside } from '@/entrypoints/background/browser/windows';
import { type Door, noticeOf } from '@/entrypoints/background/conflict/door';
import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import { personAt } from '@/entrypoints/background/diary/personReading';
import { placeOf } from '@/entrypoints/background/diary/place';
import type { Sender } from '@/entrypoints/background/sender';
import { announce } from '@/entrypoints/background/services/announce';
import { isLinksOnly as mustNotAskVk } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { JoinLink } from '@/lib/calls/types';
import { readPasted } from '@/lib/conflict/pasted';
import { withinPatience } from '@/lib/conflict/patience';
import type { Goal } from '@/lib/conflict/ways';
import { links } from '@/lib/linking/links';
import type { PastedView, PopupView } from '@/lib/messages/popup';
import { problem } from '@/lib/problem';

/** What the toolbar popup can do. */
export interface PopupAnswers {
  read(sender: Sender, tabId: number | null): Promise<PopupView>;
  checkLink(sender: Sender, tabId: number | null, text: string): Promise<PastedView>;
  openLink(sender: Sender, tabId: number | null, address: string): Promise<void>;
}

export function createPopupAnswers(
  services: Services,
  door: Door,
  onJoined: (place: Sender, link: JoinLink) => void,
): PopupAnswers {
  /** The diary the popup concerns: the tab in front, else one that is open elsewhere in the same cookie jar. */
  async function findPlace(sender: Sender, tabId: number | null): Promise<Sender> {
    const front = await placeOf(sender, tabId);
    if (front.origin || front.tab?.foreignJar) return front;
    const [open] = await openDiaries();
    return open ?? front;
  }

  return {
    async read(sender, tabId) {
      const place = await findPlace(sender, tabId);
      const foreignJar = place.tab?.foreignJar ?? null;
      const isLinksOnly = await mustNotAskVk();
      const nothing = { diary: null, conflict: null, joinsAs: null, foreignJar, isLinksOnly };
      if (!place.tab || !place.origin) return nothing;

      const person = await personAt(place, services);
      const link = person.ok ? person.value.link : null;
      const diary = { tabId: place.tab.id, origin: place.origin, linked: link !== null, hasSection: person.ok };
      // Nobody uses Сферум with this extension yet: VK is asked nothing just because the popup was opened.
      if (isLinksOnly || Object.keys(await links.get()).length === 0) return { ...nothing, diary };
      const goal: Goal = { kind: 'diary' };
      // The popup does not wait for VK: what it says late is read again.
      const passage = await withinPatience(door.ask(goal, place), () => announce('linking'));
      const verdict = passage?.verdict;
      const conflict = verdict?.kind === 'conflict' ? { goal, notice: noticeOf(verdict) } : null;
      return { ...nothing, diary, conflict, joinsAs: passage?.joinsAs ?? null };
    },

    async checkLink(sender, tabId, text) {
      const pasted = readPasted(text);
      const address = 'address' in pasted ? pasted.address : null;
      const view: PastedView = {
        kind: pasted.kind,
        host: pasted.kind === 'foreign' ? pasted.host : '',
        address,
        link: pasted.kind === 'unknown' ? pasted.link : '',
        conflict: null,
        problem: null,
      };
      if (pasted.kind !== 'invitation' && pasted.kind !== 'sferum') return view;
      const place = await placeOf(sender, tabId);
      // Who is signed in there cannot be known: the person is told to look for themselves.
      if (place.tab?.foreignJar) return { ...view, problem: problem('messenger', 'noAccess', 'another cookie jar') };
      const { verdict } = await door.ask({ kind: 'address', address: pasted.address }, place);
      if (verdict.kind === 'notKnown') return { ...view, problem: verdict.problem };
      return verdict.kind === 'conflict' ? { ...view, conflict: noticeOf(verdict) } : view;
    },

    async openLink(sender, tabId, address) {
      const pasted = readPasted(address);
      if (!('address' in pasted)) return;
      const place = await placeOf(sender, tabId);
      await openBeside(place.tab, pasted.address);
      const link = recognizeJoinLink(pasted.address);
      if (link) onJoined(place, link);
    },
  };
}
