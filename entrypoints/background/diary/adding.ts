import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { endIn } from '@/entrypoints/background/browser/injection';
import { addedDiaries, sharedDiaries } from '@/entrypoints/background/diaries/addedDiaries';
import { readDiaryAddress } from '@/lib/diary/adding/address';
import { isTrialOpen, judgeTrial, type TrialAnswer, type TrialOutcome, trialLifetime } from '@/lib/diary/adding/trial';
import { readAccount } from '@/lib/diary/answers/account';
import { knownDiaries } from '@/lib/diary/diaries';
import { personalAreaOf } from '@/lib/diary/origin';
import { placeMarkupOf, usualMarkup } from '@/lib/diary/page/markup';
import { longestWait } from '@/lib/http';
import type { DiariesView } from '@/lib/messages/diaries';
import { defineItem } from '@/lib/storage/item';
import { originSchema } from '@/lib/storage/originSchema';
import { zoneSchema } from '@/lib/storage/zoneSchema';
import { registerAddedDiaries } from './registration';

/** Ends the right of a diary that nobody signed in to. */
const trialAlarm = 'diary-trial';

/** More of an answer than this is not read: `GetPersonData` is a few kilobytes. */
const longestAnswer = 200_000;

interface Trial {
  origin: string;
  timeZone: string;
  /** Unix milliseconds of the computer's clock. */
  startedAt: number;
}

const trialItem = defineItem<Trial | null>({
  area: 'disk',
  key: 'diaryTrial',
  schema: z.nullable(z.object({ origin: originSchema, timeZone: zoneSchema, startedAt: z.number() })),
  fallback: null,
});

/** Diaries at addresses that the person gives. */
export interface Adding {
  read(): Promise<DiariesView>;
  /** Looks whether ЭШ answers at an address that the browser lets the extension into by now, and keeps it if so. */
  add(origin: string, timeZone: string): Promise<TrialOutcome>;
  /** Looks again at the address that waits for a sign-in; `null`: none waits. */
  lookAgain(): Promise<TrialOutcome | null>;
  remove(origin: string): Promise<DiariesView>;
  /** At every start of the background, and when the alarm rings: a right that was kept for nothing is given back. */
  tidy(): Promise<void>;
}

export { trialAlarm };

/** Makes the keeper of added diaries. `onAdded` is told which origin came. */
export function createAdding(onAdded: (origin: string) => void): Adding {
  const permissionOf = (origin: string) => ({ origins: [`${origin}/*`] });

  async function giveBack(origin: string): Promise<void> {
    await browser.permissions.remove(permissionOf(origin)).catch(() => false);
  }

  async function endTrial(): Promise<void> {
    await trialItem.remove();
    await browser.alarms.clear(trialAlarm);
  }

  async function keep(origin: string, timeZone: string): Promise<void> {
    const known = knownDiaries.find((diary) => diary.origin === origin);
    const { region, markup } = known ?? { region: new URL(origin).host, markup: usualMarkup };
    await addedDiaries.update((kept) => [
      ...kept.filter((diary) => diary.origin !== origin),
      { origin, region, timeZone, markup },
    ]);
    await registerAddedDiaries();
    onAdded(origin);
  }

  async function wait(origin: string, timeZone: string): Promise<void> {
    const before = await trialItem.get();
    const startedAt = before?.origin === origin ? before.startedAt : Date.now();
    // One address waits at a time: the right of the one before is not kept for nothing.
    if (before && before.origin !== origin) await giveBack(before.origin);
    await trialItem.set({ origin, timeZone, startedAt });
    await browser.alarms.create(trialAlarm, { when: startedAt + trialLifetime });
  }

  async function add(origin: string, timeZone: string): Promise<TrialOutcome> {
    if (readDiaryAddress(origin).kind !== 'new') return 'notDiary';
    if (!(await browser.permissions.contains(permissionOf(origin)))) return 'notPermitted';
    const answer = await askPerson(origin);
    const judged = answer ? judgeTrial(answer, (json) => readAccount(json, origin)) : 'unreachable';
    const outcome = await settle(judged, origin, timeZone).catch(() => 'notKept' as const);
    const isWanted = outcome === 'signIn' || outcome === 'added';
    if (!isWanted && !(await addedDiaries.get()).some((diary) => diary.origin === origin)) await giveBack(origin);
    return outcome;
  }

  async function settle(outcome: TrialOutcome, origin: string, timeZone: string): Promise<TrialOutcome> {
    if (outcome === 'signIn') await wait(origin, timeZone);
    else if ((await trialItem.get())?.origin === origin) await endTrial();
    if (outcome === 'added') await keep(origin, timeZone);
    return outcome;
  }

  async function read(): Promise<DiariesView> {
    const trial = await trialItem.get();
    const added = await Promise.all(
      (await addedDiaries.get()).map(async (diary) => ({
        ...diary,
        isPermitted: await browser.permissions.contains(permissionOf(diary.origin)),
      })),
    );
    const waiting = trial && isTrialOpen(trial.startedAt, Date.now()) ? trial : null;
    return {
      added,
      waiting: waiting && { origin: waiting.origin, timeZone: waiting.timeZone },
      shared: await sharedDiaries(),
    };
  }

  return {
    read,
    add,
    async lookAgain() {
      const trial = await trialItem.get();
      return trial && isTrialOpen(trial.startedAt, Date.now()) ? add(trial.origin, trial.timeZone) : null;
    },
    async remove(origin) {
      await endIn([personalAreaOf(origin)]);
      await addedDiaries.update((kept) => kept.filter((diary) => diary.origin !== origin));
      await registerAddedDiaries();
      await giveBack(origin);
      return read();
    },
    async tidy() {
      const trial = await trialItem.get();
      if (!trial || isTrialOpen(trial.startedAt, Date.now())) return;
      await endTrial();
      await giveBack(trial.origin);
    },
  };
}

/** `GetPersonData` of a site with the ordinary windows' cookies; `null` where it did not answer. */
async function askPerson(origin: string): Promise<TrialAnswer | null> {
  const known = knownDiaries.find((diary) => diary.origin === origin);
  const address = `${origin}${placeMarkupOf(known?.markup).endpoints.person}`;
  const init = {
    credentials: 'include',
    cache: 'no-store',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
    signal: AbortSignal.timeout(longestWait),
  } as const;
  try {
    const response = await fetch(address, init);
    const text = (await response.text()).slice(0, longestAnswer);
    return { status: response.status, path: new URL(response.url || address).pathname, text };
  } catch {
    return askForRedirect(address, init);
  }
}

/** A sign-in page on another host, where the extension may not look, is met as a failure: a redirect is told from it here. */
async function askForRedirect(address: string, init: RequestInit): Promise<TrialAnswer | null> {
  try {
    const response = await fetch(address, { ...init, redirect: 'manual' });
    return response.type === 'opaqueredirect' ? { status: 403, path: '', text: '' } : null;
  } catch {
    return null;
  }
}
