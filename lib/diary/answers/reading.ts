import * as z from 'zod/mini';
import { type DaysAnswers, type DiaryAnswer, longestAnswer } from '@/lib/diary/diaryClient';
import type { DiaryAccount, Schedule } from '@/lib/diary/types';
import { type ProblemKind, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { readAccount } from './account';
import { joinHomework, readHomework } from './homework';
import { fillFromDiary, readSchedule } from './schedule';

/** An answer of the diary as a page hands it over. */
export const diaryAnswerSchema: z.ZodMiniType<DiaryAnswer> = z.union([
  z.object({
    status: z.int(),
    redirected: z.boolean(),
    contentType: z.string().check(z.maxLength(500)),
    text: z.string().check(z.maxLength(longestAnswer)),
  }),
  z.object({ failed: z.enum(['offline', 'slow', 'tooLarge']) }),
]);

/** The title of a page in place of an answer by which a server in trouble is known, also with status 200. */
export const troubleTitle = /<title[^>]*>\s*(?:\w*Error\b|50\d\b|[^<]*технические работы)/i;

/**
 * Reads one answer. Problems: `signedOut` (401, 403, the fault `Server.UserNotAuthenticated…`, a redirect or a page
 * instead of JSON), `badRequest` (`Client.…` faults), `serverError` (a page of trouble, too), `offline`, `slow`, `tooLarge`,
 * `notPermitted`, `rateLimited`, `unreadable` (another shape).
 *
 * @param label for developers: the method
 * @param read `null` where the answer has another shape
 */
export function readAnswer<Value>(
  answer: DiaryAnswer,
  label: string,
  read: (json: unknown) => Value | null,
): Result<Value> {
  const refuse = (kind: ProblemKind, detail: string) => fail(problem('diary', kind, `${label}: ${detail}`));
  if ('failed' in answer) return refuse(answer.failed, 'no answer');
  const { status, redirected, text, contentType } = answer;
  if (redirected) return refuse('signedOut', 'redirected');
  if (status === 401 || status === 403) return refuse('signedOut', `status ${status}`);
  const json = parseJson(text);
  // A fault may come with any status.
  const fault = faultOf(json);
  if (fault) return refuse(kindOfFault(fault), fault);
  if (status >= 500) return refuse('serverError', `status ${status}`);
  if (status >= 400) return refuse(status === 429 ? 'rateLimited' : 'badRequest', `status ${status}`);
  if (json === undefined) {
    if (troubleTitle.test(text)) return refuse('serverError', 'a page of trouble');
    // A dead session may answer with the sign-in page and status 200.
    const isPage = /html/i.test(contentType) || /^\s*</.test(text);
    return isPage ? refuse('signedOut', 'a page instead of JSON') : refuse('unreadable', 'not JSON');
  }
  const value = read(json);
  return value === null ? refuse('unreadable', 'another shape') : succeed(value);
}

/** Who is signed in, from `GetPersonData`. `unreadable` also when the server is not ЭШ. */
export function readPerson(answer: DiaryAnswer, origin: string): Result<DiaryAccount> {
  return readAnswer(answer, 'GetPersonData', (json) => readAccount(json, origin));
}

/**
 * The lessons of the days shown, from all answers that a page has for them. «Расписание» may leave out what teachers write:
 * that comes from the diary's own answer. Homework that cannot be read takes nothing from the lessons.
 */
export function readDays({ schedule, diary, homework }: DaysAnswers): Result<Schedule> {
  const ofDiary = diary && readAnswer(diary, 'GetDiary', readSchedule);
  const ofSchedule = schedule && readAnswer(schedule, 'GetWeekSchedule', readSchedule);
  const main = ofSchedule?.ok ? ofSchedule : (ofDiary ?? ofSchedule);
  if (!main) return fail(problem('diary', 'unreadable', 'no answer at all'));
  if (!main.ok) return main;
  const filled = main === ofSchedule && ofDiary?.ok ? fillFromDiary(main.value, ofDiary.value) : main.value;
  const items = homework && readAnswer(homework, 'GetHomeworkFromRange', readHomework);
  return succeed(items?.ok ? joinHomework(filled, items.value) : filled);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of a fault, only its letters, since it goes into a detail for developers; `null` for an ordinary answer. */
function faultOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('faultcode' in answer)) return null;
  return (
    String(answer.faultcode)
      .replace(/[^\w.]/g, '')
      .slice(0, 60) || 'fault'
  );
}

function kindOfFault(fault: string): ProblemKind {
  // Servers spell it `Server.UserNotAuthenticated` and `Server.UserNotAuthenticatedError`.
  if (fault.startsWith('Server.UserNotAuthenticated')) return 'signedOut';
  return fault.startsWith('Client.') ? 'badRequest' : 'serverError';
}
