import { closeSignInWindows, focusSignInWindow, openMessengerWindow } from '@/entrypoints/background/browser/windows';
import { announce, refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import type { Services } from '@/entrypoints/background/services/services';
import { judge } from '@/lib/conflict/rules';
import type { Verdict } from '@/lib/conflict/types';
import type { DiaryAccount } from '@/lib/diary/types';
import { keptLinkings, toKept } from '@/lib/linking/kept';
import { links } from '@/lib/linking/links';
import {
  advance,
  isExpired,
  type Linking,
  type LinkingEffect,
  type LinkingEvent,
  type Presence,
} from '@/lib/linking/machine';
import type { Link } from '@/lib/linking/types';
import type { EduProfile } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { fail } from '@/lib/result';

/** Carries out linking: keeps each step, then does what the machine asks for and tells it how that went. */
export interface LinkingControl {
  /** What is under way for an account. */
  current(accountKey: string): Promise<Linking | null>;
  /** Something happened to one account's linking. Resolves when the new step is kept, not when its effects are done. */
  happen(accountKey: string, event: ControlEvent): Promise<void>;
  /** A window was closed or a page in it moved on: whoever waits may go on. */
  windowMoved(windowId: number | null, closed: boolean): Promise<void>;
  /** The background has just started: steps that an earlier run left are taken up or declared interrupted. */
  resume(): Promise<void>;
  /** Whether this linking has just ended in a link, for a word of welcome. */
  takeJustLinked(accountKey: string): boolean;
}

/** Events from outside; those with verdicts are completed here. */
export type ControlEvent =
  | Exclude<LinkingEvent, { type: 'present' | 'choose' }>
  | { type: 'choose'; profileId: number };

/** So long a new background looks who is signed in before it takes the next click as it is, milliseconds. */
const resumePatience = 3000;

export function createLinkingControl(services: Services): LinkingControl {
  const owner = crypto.randomUUID();
  const live = new Map<string, Linking>();
  const justLinked = new Set<string>();
  let loaded: Promise<void> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** Effects that are being carried out. */
  const underway = new Set<Promise<void>>();
  let resumed: Promise<void> = Promise.resolve();

  /** One event after another: two answers at once must not both move the wizard on. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function load(): Promise<void> {
    loaded ??= keptLinkings.get().then((kept) => {
      for (const [key, linking] of Object.entries(kept)) live.set(key, linking);
    });
    return loaded;
  }

  async function keep(accountKey: string, linking: Linking | null): Promise<void> {
    if (linking) live.set(accountKey, linking);
    else live.delete(accountKey);
    const kept = toKept(linking);
    await keptLinkings.update(({ [accountKey]: _, ...others }) => (kept ? { ...others, [accountKey]: kept } : others));
  }

  async function verdicts(linking: Linking, profiles: EduProfile[]): Promise<(profile: EduProfile) => Verdict> {
    const known = Object.values(await links.get());
    const { account, samePersonProfileId } = linking;
    return ({ id }) =>
      judge({
        purpose: 'linking',
        account,
        profiles,
        links: known,
        profileId: id,
        samePersonConfirmed: id === samePersonProfileId,
      });
  }

  async function complete(linking: Linking | null, event: ControlEvent): Promise<LinkingEvent> {
    if (event.type !== 'choose') return event;
    const profiles = linking?.step.name === 'choice' ? linking.step.profiles : [];
    const nobody = (): Verdict => ({ kind: 'clear', warnings: [] });
    return { ...event, verdictFor: linking ? await verdicts(linking, profiles) : nobody };
  }

  async function move(accountKey: string, event: LinkingEvent): Promise<void> {
    const before = live.get(accountKey) ?? null;
    const { linking, effects } = advance(before, event, { now: services.clock.computerNow(), owner });
    const account = linking?.account ?? before?.account;
    const saving = effects.find((effect) => effect.type === 'saveLink');
    // Before the step is forgotten: a background that dies in between takes it up again.
    if (saving && account) await save(account, saving.profile, saving.samePersonConfirmed);
    if (linking !== before) await keep(accountKey, linking);
    if (account) track(runAll(account, effects));
    else if (effects.some(({ type }) => type === 'closeWindows')) void closeSignInWindows();
    if (linking !== before) announce('linking');
  }

  function track(work: Promise<void>): void {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  }

  async function occur(accountKey: string, event: ControlEvent): Promise<void> {
    await load();
    await inTurn(async () => move(accountKey, await complete(live.get(accountKey) ?? null, event)));
  }

  async function readPresence(account: DiaryAccount): Promise<void> {
    const presence = await services.readPresence().catch(
      // A defect, or full storage: the wizard must not wait for an answer that never comes.
      (): Presence => ({ kind: 'problem', problem: problem('messenger', 'unreadable', 'presence: failed') }),
    );
    await inTurn(async () => {
      const linking = live.get(account.key);
      if (!linking) return;
      const profiles = presence.kind === 'profiles' ? presence.profiles : [];
      await move(account.key, { type: 'present', presence, verdictFor: await verdicts(linking, profiles) });
    });
  }

  /** In order, and outside the queue: a window that waits for the person must not hold up other events. */
  async function runAll(account: DiaryAccount, effects: LinkingEffect[]): Promise<void> {
    for (const effect of effects) await run(account, effect);
  }

  async function run(account: DiaryAccount, effect: LinkingEffect): Promise<void> {
    switch (effect.type) {
      case 'readPresence':
        return readPresence(account);
      case 'openVkid': {
        const { attempt } = effect;
        const outcome = await services
          .signInWithVkid(account.key)
          .catch(() => fail(problem('vkid', 'unreadable', 'sign-in: failed')));
        return occur(
          account.key,
          outcome.ok ? { type: 'vkidDone', attempt } : { type: 'vkidFailed', attempt, problem: outcome.problem },
        );
      }
      case 'openMessenger': {
        const windowId = (await focusSignInWindow()) ?? (await openMessengerWindow());
        return occur(account.key, windowId === null ? { type: 'windowFailed' } : { type: 'windowOpened', windowId });
      }
      case 'focusWindow':
        await focusSignInWindow();
        return undefined;
      case 'closeWindows':
        return closeSignInWindows();
      case 'saveLink':
        // The link is kept already.
        return refreshDiaries();
    }
  }

  async function save(account: DiaryAccount, profile: EduProfile, samePersonConfirmed: boolean): Promise<void> {
    const now = services.clock.now();
    const link: Link = {
      accountKey: account.key,
      origin: account.origin,
      accountName: account.fullName,
      accountRole: account.role,
      profileId: profile.id,
      profileName: `${profile.firstName} ${profile.lastName}`.trim(),
      profileRoles: profile.roles,
      profileRolesText: profile.rolesText,
      organizations: profile.organizations,
      photo: profile.photo,
      linkedAt: now,
      usedAt: now,
      samePersonConfirmed,
    };
    await links.update((kept) => ({ ...kept, [account.key]: link }));
    justLinked.add(account.key);
  }

  /** What the person does next is meant for the step that they see: it waits until that step is there again. */
  async function resumeAll(): Promise<void> {
    await load();
    for (const key of [...live.keys()]) await occur(key, { type: 'backgroundStarted' });
    const patience = new Promise((resolve) => setTimeout(resolve, resumePatience));
    await Promise.race([Promise.allSettled(underway), patience]);
  }

  return {
    async current(accountKey) {
      await load();
      const linking = live.get(accountKey);
      return linking && !isExpired(linking, services.clock.computerNow()) ? linking : null;
    },
    async happen(accountKey, event) {
      await resumed;
      await occur(accountKey, event);
    },
    async windowMoved(windowId, closed) {
      await load();
      for (const key of [...live.keys()]) {
        if (!closed) await occur(key, { type: 'recheck' });
        else if (windowId !== null) await occur(key, { type: 'windowClosed', windowId });
      }
    },
    resume() {
      resumed = resumeAll();
      return resumed;
    },
    takeJustLinked(accountKey) {
      return justLinked.delete(accountKey);
    },
  };
}
