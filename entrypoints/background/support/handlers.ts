import * as z from 'zod/mini';
import { isPermitted } from '@/entrypoints/background/browser/permissions';
import { addedDiaries } from '@/entrypoints/background/diaries/addedDiaries';
import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import type { Lists } from '@/entrypoints/background/section/types';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { shippedDiaries } from '@/lib/diary/diaries';
import { attributeNames } from '@/lib/diary/sample/pageTree';
import { makeSample, type SampledAnswers } from '@/lib/diary/sample/sampleFile';
import { createWait, type Wait } from '@/lib/inTime';
import { askTab } from '@/lib/messages/askTab';
import type { PageReasonsView, SampleView, supportMessages } from '@/lib/messages/support';
import { succeed } from '@/lib/result';
import type { KnownCalls } from '@/lib/support/lessonReasons';
import { makeReport } from '@/lib/support/report';
import { answersOfWeek, type PageReading, readDiaryPage, runInPage } from './pageReading';
import { reasonsOf } from './pageReasons';
import { reportFacts } from './reportFacts';

/** A page as the script in it copies it. */
const pageElement = z.object({
  name: z.string(),
  attributes: z.partialRecord(z.enum(attributeNames), z.string()),
  get children(): z.ZodMiniArray<z.ZodMiniUnion<[typeof pageText, typeof pageElement]>> {
    return z.array(z.union([pageText, pageElement]));
  },
});
const pageText = z.object({ text: z.string() });
const pageTree = z.object({ root: pageElement, isCut: z.boolean() });

type PlaceInTab = Sender & { tab: NonNullable<Sender['tab']> };

/** Pages of diaries that the browser hides are not known: which diary it would be, nobody can say. */
const notPermitted: PageReasonsView = {
  region: '',
  lessons: 0,
  withButton: 0,
  reasons: [{ reason: 'notPermitted', count: 0 }],
};

/** Whether the browser lets the extension not into every diary that it should work in. */
async function lacksDiaries(): Promise<boolean> {
  const diaries = [...shippedDiaries, ...(await addedDiaries.get())];
  const permitted = await Promise.all(diaries.map(({ origin }) => isPermitted(origin)));
  return permitted.includes(false);
}

/** What helps people and support where something is not as it should be; nothing of it is kept. */
export function createSupportHandlers({ clock }: Services, lists: Lists): HandlersOf<typeof supportMessages> {
  async function openPages(): Promise<PlaceInTab[]> {
    return (await openDiaries()).flatMap((place) => (place.tab ? [{ ...place, tab: place.tab }] : []));
  }

  async function readings(wait = createWait()): Promise<{ place: PlaceInTab; reading: PageReading }[]> {
    const read = (await openPages()).map(async (place) => ({
      place,
      reading: await readDiaryPage(place, clock, wait),
    }));
    return (await Promise.all(read)).flatMap(({ place, reading }) => (reading ? [{ place, reading }] : []));
  }

  async function callsOf(place: PlaceInTab, { lessons, person }: PageReading, wait: Wait): Promise<KnownCalls> {
    const { byLesson, reasons } = await lists.explain(place, [...lessons.values()], wait);
    return {
      found: new Map(Object.entries(byLesson).map(([id, { live }]) => [id, live])),
      refusals: reasons,
      isLinked: person.ok && person.value.link !== null,
      isLinksOnly: await isLinksOnly(),
    };
  }

  async function sampleOf(place: PlaceInTab): Promise<SampleView> {
    const wait = createWait();
    const [page, reading, account] = await Promise.all([
      runInPage(place.tab.id, '/page-sample.js', pageTree),
      readDiaryPage(place, clock, wait),
      wait('diary', askTab(place.tab.id, 'diary.account', { fresh: false }).then(succeed)),
    ]);
    if (!page || !reading) return { missing: 'closed' };
    const isKnown = reading.days !== null || !reading.person.ok;
    const days = isKnown ? reading.answers : await answersOfWeek(place.tab.id, reading, wait);
    const given = Object.entries({ person: account.ok ? account.value?.answer : null, ...days }).filter(
      ([, answer]) => answer,
    );
    const answers: SampledAnswers = Object.fromEntries(given);
    return { sample: makeSample({ page, hash: reading.hash, answers, today: reading.today }), isCut: page.isCut };
  }

  return {
    async 'support.report'() {
      const pages = (await readings()).map(({ reading }) => reading);
      return makeReport(await reportFacts(pages, await isLinksOnly()));
    },
    async 'support.sample'() {
      const [place] = await openPages();
      return place ? sampleOf(place) : { missing: 'noPage' };
    },
    async 'support.reasons'() {
      const wait = createWait();
      const pages = await readings(wait);
      if (pages.length === 0 && (await lacksDiaries())) return [notPermitted];
      return Promise.all(
        pages.map(async ({ place, reading }) => reasonsOf(reading, await callsOf(place, reading, wait), clock.now())),
      );
    },
  };
}
