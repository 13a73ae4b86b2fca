import { findDiary, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { answersTo, readPage } from '@/entrypoints/background/diary/shownPage';
import type { Lists } from '@/entrypoints/background/section/types';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { addressesOf } from '@/lib/diary/addresses';
import { proofOf } from '@/lib/diary/answers/proof';
import { readDays } from '@/lib/diary/answers/reading';
import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import { type Markup, markupOf } from '@/lib/diary/page/markup';
import { agree, cellOf } from '@/lib/diary/page/rowAgreement';
import type { ReadCopy } from '@/lib/diary/page/shownElement';
import type { ShownView } from '@/lib/diary/page/shownLessons';
import type { CivilDate, Diary, Lesson, Schedule } from '@/lib/diary/types';
import { inTime } from '@/lib/inTime';
import { askTab } from '@/lib/messages/askTab';
import type { LessonCall, LessonsView, ShownPage } from '@/lib/messages/lessons';
import { civilDateOf } from '@/lib/time';
import { datesOfWeek } from '@/lib/today/pupilDays';
import { readyLesson } from './readyLesson';

/** Calls that VK tells within this come with the lessons, the others behind them. Milliseconds. */
const atHand = 50;

/** More rows than any page shows are not told one by one. */
const mostUnheld = 200;

const nothing: LessonsView = { needs: [], problem: null, places: [], count: 0, unheld: [] };

/**
 * Makes what reads a page with the diary's answers to it and tells where its lessons stand. Nothing of it is kept here.
 *
 * @param onRead hears which lessons there are, and the dates that it was asked about
 */
export function createPlacer(
  { clock }: Services,
  lists: Lists,
  onRead: (sender: Sender, lessons: Lesson[], dates: readonly CivilDate[]) => Promise<void>,
) {
  /** Calls of lessons without a link of their own; none where the zone is only assumed, which makes their times worth nothing. */
  async function callsOf(lessons: Lesson[], today: CivilDate, diary: Diary, sender: Sender): Promise<LessonCall[]> {
    if (!diary.timeZone || !lessons.some(({ date }) => date >= today)) return [];
    return lists.match(sender, lessons).catch(() => []);
  }

  return async function place(
    turn: number,
    page: ShownPage,
    answers: Record<string, DiaryAnswer>,
    sender: Sender,
  ): Promise<LessonsView> {
    const diary = await findDiary(sender.origin);
    if (!diary) return nothing;
    const today = civilDateOf(clock.now(), zoneOf(diary));
    const markup = markupOf(diary.markup);
    const shown = readPage(page, today, markup);
    if (!shown?.days) return nothing;
    const addresses = addressesOf(shown.days, today, markup);
    const needs = Object.values(addresses);
    if (needs.some((address) => !Object.hasOwn(answers, address))) return { ...nothing, needs };
    const read = readDays(answersTo(addresses, answers));
    if (!read.ok) return { ...nothing, needs, problem: read.problem.kind };

    const lessons = read.value.days.flatMap((day) => day.lessons);
    const { span, date } = shown.days;
    // Of a month this week alone was asked for with all that teachers write.
    if (span === 'week' || date.slice(0, 7) === today.slice(0, 7))
      void onRead(sender, lessons, datesOfWeek(span === 'week' ? date : today));
    const finding = callsOf(lessons, today, diary, sender);
    const calls = await inTime(finding, atHand);
    const { tab } = sender;
    if (calls === null && tab) void finding.then((found) => askTab(tab.id, 'lessons.calls', { turn, calls: found }));
    return { needs, problem: null, ...placesOf(shown, read.value, calls ?? [], today, diary, markup) };
  };
}

function placesOf(
  { rows, copy: { count, textOf } }: Pick<ShownView, 'rows'> & { copy: ReadCopy },
  { days }: Schedule,
  calls: readonly LessonCall[],
  today: CivilDate,
  diary: Diary,
  markup: Markup,
): Pick<LessonsView, 'places' | 'count' | 'unheld'> {
  const lessons = days.flatMap((day) => day.lessons);
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const callOf = new Map(calls.map((call) => [call.lessonId, call]));
  const told = { dates: days.map(({ date }) => date), lessons: lessons.map(proofOf) };
  const found = agree(rows, told, today, markup);
  const places = [...found].flatMap(([row, proof]) => {
    const { id } = proof;
    const lesson = byId.get(id);
    if (!lesson || row.vendorButton) return [];
    const ready = readyLesson(lesson, diary.timeZone);
    // Of a lesson without times only its day is known, and not even that where the zone is only assumed.
    if (!ready.interval && diary.timeZone && lesson.date < today) return [];
    const call = callOf.get(id);
    const [cell, head] = [cellOf(row, proof).index, row.date?.element ?? null];
    return {
      cell,
      row: row.element.index,
      head,
      rowText: textOf(row.element.index),
      headText: head === null ? '' : textOf(head),
      lesson: { ...ready, call: call ? { id: call.id, live: call.live } : null },
    };
  });
  const unheld = rows.filter((row) => row.date && !found.has(row)).slice(0, mostUnheld);
  return { places, count, unheld: unheld.map(inWords) };
}

/** A row as it reads, to tell it from another. */
function inWords({ date, begin, cells }: ShownRow): string {
  return [date?.day, date?.month, begin, ...cells.map(({ text }) => text)].join('|').slice(0, 200);
}
