import { createExpiry } from '@/entrypoints/background/browser/expiry';
import { showSign } from '@/entrypoints/background/browser/toolbarSign';
import type { Door } from '@/entrypoints/background/conflict/door';
import { announce } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import { mayOpen } from '@/lib/conflict/mayOpen';
import type { DiaryAccount } from '@/lib/diary/types';
import { createWait, inTime, type Wait } from '@/lib/inTime';
import { links, newLink } from '@/lib/linking/links';
import { advance } from '@/lib/linking/machine';
import type { ConflictOf, Linking, LinkingEffect, LinkingEvent } from '@/lib/linking/steps';
import { problemStart } from '@/lib/linking/transition';
import type { EduProfile } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { succeed } from '@/lib/result';
import { createEffects, type WizardEvent } from './effects';
import { createLinkings } from './linkings';
import { createLinkingWindows } from './signInWindows';

/** The linking wizards of all diary accounts: keeps each step, then does what it asks for and tells it how that went. */
export interface Wizards {
  /** What is under way for an account. */
  current(accountKey: string): Promise<Linking | null>;
  /** «Привязать аккаунт к Сферум». `vkid: false`: the person would rather do without VK ID. */
  begin(account: DiaryAccount, options?: { vkid?: boolean; wait?: Wait }): Promise<void>;
  /**
   * Something happened to one account's linking. Resolves when the new step is kept, not when its effects are done.
   *
   * @param wait what the person waits for has begun already: what has to be asked ends in the time of all
   */
  tell(accountKey: string, event: WizardEvent, wait?: Wait): Promise<void>;
  /** Who is signed in to VK Мессенджер may have changed: whoever waits for it looks. */
  sessionChanged(): Promise<void>;
  /** VK Мессенджер's page in a window moved on. */
  pageLoaded(windowId: number): Promise<void>;
  windowClosed(windowId: number): Promise<void>;
  /** Ends whatever is under way, with its windows. */
  cancelAll(): Promise<void>;
  /** The background has just started: steps that an earlier run left are taken up or declared interrupted. */
  resume(): Promise<void>;
  /** Whether this linking has just ended in a link, for a word of welcome. */
  takeJustLinked(accountKey: string): boolean;
}

/** So long a new background looks who is signed in before it takes the next click as it is, milliseconds. */
const resumePatience = 3000;

export function createWizards(services: Services, door: Door): Wizards {
  const owner = crypto.randomUUID();
  const linkings = createLinkings(services.clock);
  const windows = createLinkingWindows();
  const expiry = createExpiry([linkings, services.vkid.perishable], 'linking.expiry');
  const carryOut = createEffects(services, door, windows, tellNow);
  const justLinked = new Set<string>();
  /** Effects that are being carried out. */
  const underway = new Set<Promise<void>>();
  let queue: Promise<unknown> = Promise.resolve();
  let resumed: Promise<void> = Promise.resolve();

  /** One event after another: two answers at once must not both move the wizard on. */
  function tellNow(accountKey: string, event: WizardEvent, wait?: Wait): Promise<void> {
    const turn = queue.then(async () => move(accountKey, await complete(accountKey, event), wait));
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function complete(accountKey: string, event: WizardEvent): Promise<LinkingEvent> {
    if (event.type !== 'choose' && event.type !== 'peopleRead') return event;
    const linking = await linkings.get(accountKey);
    const step = linking?.step;
    const chosenFrom = step?.name === 'choice' ? step.profiles : [];
    const profiles = event.type === 'choose' ? chosenFrom : 'profiles' in event.people ? event.people.profiles : [];
    return { ...event, conflictOf: linking ? await conflictsAmong(linking, profiles) : () => null };
  }

  async function move(accountKey: string, event: LinkingEvent, wait?: Wait): Promise<void> {
    const before = await linkings.get(accountKey);
    let { linking, effects } = advance(before, event, { now: services.clock.computerNow(), owner });
    const saving = effects.find((effect) => effect.type === 'saveLink');
    // Before the step is forgotten: a background that dies in between takes it up again.
    if (saving && before && !(await save(before.account, saving))) {
      linking = {
        ...before,
        step: problemStart(problem('messenger', 'notKept'), { now: 0, owner }),
      };
      effects = [];
    }
    // Where the disk is full the wizard goes on in memory.
    if (linking !== before) await linkings.keep(accountKey, linking).catch(() => undefined);
    const account = linking?.account ?? before?.account;
    if (account) track(runAll(account, effects, wait));
    else if (effects.length > 0) await windows.close(accountKey);
    if (linking === before) return;
    announce('linking');
    await expiry.look();
  }

  function track(work: Promise<void>): void {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  }

  /** In order, and outside the queue: a window that waits for the person must not hold up other events. */
  async function runAll(account: DiaryAccount, effects: readonly LinkingEffect[], wait?: Wait): Promise<void> {
    for (const effect of effects) {
      const event = await carryOut(account, effect, wait);
      if (event) await tellNow(account.key, event, wait);
    }
  }

  async function save(
    account: DiaryAccount,
    { profile, samePersonConfirmed }: LinkingEffect & { type: 'saveLink' },
  ): Promise<boolean> {
    try {
      const vkidConsent = await services.vkid.hasConsent(account.key);
      const link = newLink(account, profile, { now: services.clock.now(), samePersonConfirmed, vkidConsent });
      await links.update((kept) => ({ ...kept, [account.key]: link }));
      justLinked.add(account.key);
      void showSign();
      return true;
    } catch {
      return false;
    }
  }

  /** What the person does next is meant for the step that they see: it waits until that step is there again. */
  async function resumeAll(): Promise<void> {
    await expiry.look();
    for (const key of await linkings.keys())
      await tellNow(key, { type: 'backgroundStarted', isWindowGone: !(await windows.isOpen(key)) });
    await inTime(Promise.allSettled(underway), resumePatience);
  }

  async function tell(accountKey: string, event: WizardEvent, wait = createWait()): Promise<void> {
    await wait('messenger', resumed.then(succeed));
    await tellNow(accountKey, event, wait);
  }

  return {
    current: (accountKey) => linkings.get(accountKey),
    tell,
    async begin(account, { vkid = true, wait } = {}) {
      const withVkid = vkid && (await services.vkid.isWorthTrying());
      await tell(account.key, { type: 'begin', account, withVkid }, wait);
    },
    async sessionChanged() {
      for (const key of await linkings.keys()) await tellNow(key, { type: 'recheck', byPerson: false });
    },
    async pageLoaded(windowId) {
      const window = await windows.ownerOf(windowId);
      if (window) await tellNow(window.accountKey, { type: 'recheck', byPerson: false });
    },
    async cancelAll() {
      for (const key of await linkings.keys()) await tellNow(key, { type: 'cancel' });
    },
    async windowClosed(windowId) {
      const window = await windows.ownerOf(windowId);
      if (!window) return;
      await windows.forget(windowId);
      if (window.kind === 'messenger') await tellNow(window.accountKey, { type: 'windowClosed' });
    },
    resume() {
      resumed = resumeAll();
      return resumed;
    },
    takeJustLinked: (accountKey) => justLinked.delete(accountKey),
  };
}

/** Who would be in the way if one of these were linked. */
async function conflictsAmong(linking: Linking, profiles: EduProfile[]): Promise<ConflictOf> {
  const known = Object.values(await links.get());
  const { account, samePersonProfileId } = linking;
  return ({ id }) => {
    const verdict = mayOpen({
      purpose: 'linking',
      account,
      here: { kind: 'profiles', profiles },
      links: known,
      profileId: id,
      samePersonConfirmed: id === samePersonProfileId,
    });
    return verdict.kind === 'conflict' ? { reason: verdict.reason, present: verdict.present } : null;
  };
}
