import type { Clock } from '@/lib/clock';
import { readAccount, readHomework, readSchedule } from '@/lib/diary/answers/answers';
import { type Fetch, request } from '@/lib/http';
import { type ProblemKind, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import type { Markup } from './page/markup';
import type { CivilDate, DiaryAccount, HomeworkItem, Schedule } from './types';

export interface DiaryClientOptions {
  /** The page's own `fetch`, so that cookies, private windows and containers are the page's own. */
  fetch: Fetch;
  /** `https://host` of the diary. */
  origin: string;
  endpoints: Markup['endpoints'];
  /** Learns the time from every answer. */
  clock: Clock;
  /** How long one answer may take, in milliseconds. */
  timeoutMs?: number;
  /** `same-origin` where not said: for a content script. An extension page that tries a new diary says `include`. */
  credentials?: RequestCredentials;
}

/**
 * Reads one diary. Every method asks once, never throws and retries nothing. Problems: `signedOut` (401, 403, the fault
 * `Server.UserNotAuthenticated…`, a redirect or a page instead of JSON), `badRequest` (`Client.…` faults),
 * `serverError`, `offline`, `slow`, `rateLimited`, `unreadable` (another shape).
 */
export interface DiaryClient {
  /** Who is signed in, from `GetPersonData`. `unreadable` also when the server is not ЭШ. */
  readAccount(): Promise<Result<DiaryAccount>>;
  /** The week of «Дневник» that contains the date, from `GetDiary`. */
  readWeek(date: CivilDate): Promise<Result<Schedule>>;
  /** The week of «Расписание» that contains the date, from `GetWeekSchedule`. */
  readWeekSchedule(date: CivilDate): Promise<Result<Schedule>>;
  /** The month that contains the date, from `GetMonthSchedule`. */
  readMonth(date: CivilDate): Promise<Result<Schedule>>;
  /** Homework of the week that contains the date, from `GetHomeworkFromRange`. */
  readHomework(date: CivilDate): Promise<Result<HomeworkItem[]>>;
}

/** Makes a client: `createDiaryClient({ fetch, origin: location.origin, clock }).readWeek('2026-11-23')`. */
export function createDiaryClient(options: DiaryClientOptions): DiaryClient {
  const { fetch, origin, endpoints, credentials = 'same-origin', ...http } = options;

  async function ask<Value>(
    endpoint: string,
    parameters: Record<string, string>,
    read: (answer: unknown) => Value | null,
  ): Promise<Result<Value>> {
    const address = new URL(endpoint, origin);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    const label = address.pathname.slice(address.pathname.lastIndexOf('/') + 1);
    const refuse = (kind: ProblemKind, detail: string) => fail(problem('diary', kind, `${label}: ${detail}`));

    const answer = await request({
      ...http,
      // Wrapped: called as a method of an object, the window's own `fetch` refuses («Illegal invocation»).
      fetch: (address, init) => fetch(address, init),
      url: address.href,
      init: { credentials, headers: { 'X-Requested-With': 'XMLHttpRequest' } },
      service: 'diary',
      label,
      // A fault may come with any status.
      judgeBy: 'body',
      forbidden: 'signedOut',
      // A dead session may answer with the sign-in page and status 200.
      html: 'signedOut',
    });
    if (!answer.ok) return answer;

    const { status, json } = answer.value;
    if (status === 401 || status === 403) return refuse('signedOut', `status ${status}`);
    const fault = faultOf(json);
    if (fault) return refuse(kindOfFault(fault), fault);
    if (status >= 500) return refuse('serverError', `status ${status}`);
    if (status >= 400) return refuse(status === 429 ? 'rateLimited' : 'badRequest', `status ${status}`);
    const value = read(json);
    return value === null ? refuse('unreadable', 'another shape') : succeed(value);
  }

  return {
    readAccount: () => ask(endpoints.person, {}, (answer) => readAccount(answer, origin)),
    readWeek: (date) => ask(endpoints.diaryWeek, { date }, readSchedule),
    readWeekSchedule: (date) => ask(endpoints.scheduleWeek, { date }, readSchedule),
    readMonth: (date) => ask(endpoints.scheduleMonth, { date }, readSchedule),
    readHomework: (date) => ask(endpoints.homework, { date }, readHomework),
  };
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
