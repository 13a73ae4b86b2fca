import { browser } from 'wxt/browser';
import { readBrowserView } from '@/entrypoints/background/browser/browserView';
import { hasContainers, openContainer } from '@/entrypoints/background/browser/container';
import { createPrivateWindows } from '@/entrypoints/background/browser/privateWindow';
import { focusTab, openBeside } from '@/entrypoints/background/browser/windows';
import type { Door } from '@/entrypoints/background/conflict/door';
import { personAt } from '@/entrypoints/background/diary/personReading';
import { placeOf } from '@/entrypoints/background/diary/place';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import type { Opening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import { announce } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import { type Goal, waysFor } from '@/lib/conflict/ways';
import { personalAreaPath } from '@/lib/diary/origin';
import { createWait, type Wait } from '@/lib/inTime';
import type { SignInAgainView, WayAct, WaysView } from '@/lib/messages/ways';
import { succeed } from '@/lib/result';
import { chatAddress, messengerAddress } from '@/lib/sites/messenger';
import { createSignOutControl, type SignOut } from './signOut';

/** The ways out of two people in one browser, done for the person. */
export interface WaysGoing {
  read(place: Sender, goal: Goal): Promise<WaysView>;
  act(place: Sender, goal: Goal, act: WayAct): Promise<WaysView>;
  /** Cookies of VK changed or its page moved. */
  sessionMoved(): Promise<void>;
  signInAgain(): Promise<SignInAgainView>;
  actSignInAgain(act: 'open' | 'forget'): Promise<SignInAgainView>;
  /** Whether a private window for this diary waits for having been allowed: its section is opened to go on. */
  waitsAt(origin: string): Promise<boolean>;
}

export function createWays(services: Services, door: Door, wizards: Wizards, opening: Opening): WaysGoing {
  const privateWindows = createPrivateWindows(() => services.clock.computerNow());
  const signOuts = createSignOutControl(services, goOn);
  /** Addresses for which the browser would not make a container tab. */
  const containerFailures = new Set<string>();

  async function addressOf(place: Sender, goal: Goal, wait: Wait): Promise<string> {
    switch (goal.kind) {
      case 'address':
        return goal.address;
      case 'diary':
        return `${place.origin}${personalAreaPath}`;
      case 'messenger':
        return messengerAddress;
      case 'chat':
        return chatAddress(goal.peerId);
      case 'call':
        return (await opening.addressOf(place, goal.id, wait)) ?? messengerAddress;
    }
  }

  async function viewOf(place: Sender, address: string): Promise<WaysView> {
    const containers = hasContainers() && place.tab?.foreignJar !== 'private';
    return {
      ways: waysFor({ inPrivate: browser.extension.inIncognitoContext, containers }),
      address,
      browser: await readBrowserView(),
      privateWindow: await privateWindows.read(address),
      containerFailed: containerFailures.has(address),
      signOut: await signOuts.read(address),
    };
  }

  async function beginSignOut(place: Sender, goal: Goal, address: string, wait: Wait): Promise<void> {
    const { verdict } = await door.ask(goal, place, { wait });
    if (verdict.kind !== 'conflict') {
      // They have left already, or nobody can say who is here: what was wanted is worth trying.
      announce('session');
      return;
    }
    await privateWindows.forget();
    await signOuts.begin({
      goal,
      address,
      tabId: place.tab?.id ?? null,
      from: place.kind === 'notice' ? 'notice' : place.kind === 'section' ? 'section' : 'popup',
      profileId: verdict.present.id,
      name: verdict.present.firstName,
    });
  }

  /** The other one has left: what the person wanted is done without another click. */
  async function goOn({ goal, address, tabId, from }: SignOut): Promise<void> {
    if (goal.kind === 'address') {
      // The page that stands under the notice was made for the one who has left.
      if (from === 'notice' && tabId !== null && (await focusTab(tabId)))
        await browser.tabs.update(tabId, { url: address });
      else await browser.tabs.create({ url: address });
      return;
    }
    if (tabId !== null) await focusTab(tabId);
    const place = await placeOf({ kind: 'page', tab: null, origin: '' }, tabId);
    if (goal.kind === 'diary' && place.tab) return beginLinking(place);
    // VK Мессенджер stands in its own tab already: there the other person signs in.
    if (goal.kind === 'messenger') return;
    // A third person may have been there all along: the section, which is in front now, says who.
    const { verdict } = await door.ask(goal, place);
    if (verdict.kind === 'conflict' || verdict.kind === 'ask') return;
    await openBeside(place.tab, address);
    await opening.letPendingBe(place);
  }

  async function beginLinking(place: Sender): Promise<void> {
    const person = await personAt(place, services);
    if (person.ok && !person.value.link) await wizards.begin(person.value.account);
  }

  return {
    read: async (place, goal) => viewOf(place, await addressOf(place, goal, createWait())),
    async act(place, goal, act) {
      const wait = createWait();
      const address = await addressOf(place, goal, wait);
      switch (act) {
        case 'openPrivateWindow':
          await privateWindows.open(address);
          break;
        case 'openSettings':
          await privateWindows.openSettings();
          break;
        case 'openContainer': {
          const { verdict } = await door.ask(goal, place, { wait });
          const name = verdict.kind === 'conflict' ? verdict.wanted : '';
          if (await openContainer(place.tab, address, name)) containerFailures.delete(address);
          else containerFailures.add(address);
          break;
        }
        case 'beginSignOut':
          await beginSignOut(place, goal, address, wait);
          break;
        case 'showSignOut':
          await signOuts.show();
          break;
        case 'saySignedOut':
        case 'lookForSignOut':
          if (act === 'saySignedOut') services.presence.forgetFailure();
          // Whoever has left, and what is done then, is told as news where it takes longer.
          await wait('messenger', signOuts.look().then(succeed));
          break;
        case 'cancel':
          await Promise.all([signOuts.cancel(), privateWindows.forget()]);
          break;
      }
      return viewOf(place, address);
    },
    sessionMoved: () => signOuts.sessionMoved(),
    signInAgain: () => signOuts.signInAgain(),
    async actSignInAgain(act) {
      if (act === 'open') await browser.tabs.create({ url: messengerAddress });
      await signOuts.forgetSignInAgain();
      return null;
    },
    async waitsAt(origin) {
      const address = await privateWindows.resumable();
      return address?.startsWith(`${origin}/`) ?? false;
    },
  };
}
