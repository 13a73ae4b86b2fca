import { browser } from 'wxt/browser';
import { findObstacle } from '@/entrypoints/background/conflict/obstacle';
import { focusTab } from '@/entrypoints/background/conflict/signOut';
import { diaryPatterns } from '@/entrypoints/background/diary/diaries';
import { personAt } from '@/entrypoints/background/diary/person';
import { placeOf } from '@/entrypoints/background/diary/place';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { readPasted } from '@/lib/conflict/pasted';
import type { Goal } from '@/lib/conflict/ways';
import { links } from '@/lib/linking/links';
import { askTab } from '@/lib/messages/askTab';
import type { PastedView, PopupView } from '@/lib/messages/popup';
import { problem } from '@/lib/problem';

/** What the toolbar popup can do. */
export interface Popup {
  read(sender: Sender, tabId: number | null): Promise<PopupView>;
  checkLink(sender: Sender, tabId: number | null, text: string): Promise<PastedView>;
  openLink(address: string): Promise<void>;
  openSection(tabId: number): Promise<void>;
}

export function createPopup(services: Services): Popup {
  /** The diary the popup concerns: the tab in front, else one that is open elsewhere in the same cookie jar. */
  async function findPlace(sender: Sender, tabId: number | null): Promise<Sender> {
    const front = await placeOf(sender, tabId);
    if (front.origin || front.tab?.foreignJar) return front;
    const open = await browser.tabs.query({ url: await diaryPatterns() });
    for (const { id, url } of open) {
      if (id === undefined || !url?.includes('/personal-area/')) continue;
      const place = await placeOf(sender, id);
      if (place.origin && !place.tab?.foreignJar) return place;
    }
    return front;
  }

  return {
    async read(sender, tabId) {
      const place = await findPlace(sender, tabId);
      const foreignJar = place.tab?.foreignJar ?? null;
      if (!place.tab || !place.origin) return { diary: null, conflict: null, foreignJar };

      const person = await personAt(place, services);
      const link = person.ok ? person.value.link : null;
      const diary = { tabId: place.tab.id, origin: place.origin, linked: link !== null, hasSection: person.ok };
      // Nobody uses Сферум with this extension yet: VK is asked nothing just because the popup was opened.
      if (Object.keys(await links.get()).length === 0) return { diary, conflict: null, foreignJar };
      const goal: Goal = { kind: 'diary' };
      const obstacle = await findObstacle(goal, place, services);
      const notice = obstacle.ok ? obstacle.value?.notice : null;
      return { diary, conflict: notice ? { goal, notice } : null, foreignJar };
    },

    async checkLink(sender, tabId, text) {
      const pasted = readPasted(text);
      const address = 'address' in pasted ? pasted.address : null;
      const view: PastedView = {
        kind: pasted.kind,
        host: pasted.kind === 'foreign' ? pasted.host : '',
        address,
        conflict: null,
        problem: null,
      };
      if (pasted.kind !== 'invitation' && pasted.kind !== 'sferum') return view;
      const place = await placeOf(sender, tabId);
      // Who is signed in there cannot be known: the person is told to look for themselves.
      if (place.tab?.foreignJar) return { ...view, problem: problem('messenger', 'noAccess', 'another cookie jar') };
      const obstacle = await findObstacle({ kind: 'address', address: pasted.address }, place, services);
      if (!obstacle.ok) return { ...view, problem: obstacle.problem };
      return { ...view, conflict: obstacle.value?.notice ?? null };
    },

    async openLink(address) {
      const pasted = readPasted(address);
      if ('address' in pasted) await browser.tabs.create({ url: pasted.address });
    },

    async openSection(tabId) {
      await focusTab(tabId);
      await askTab(tabId, 'section.open', {});
    },
  };
}
