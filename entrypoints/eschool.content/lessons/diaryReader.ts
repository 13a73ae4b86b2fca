import type { Clock } from '@/lib/clock';
import { joinHomework } from '@/lib/diary/answers/answers';
import type { DiaryClient } from '@/lib/diary/client';
import type { ShownDays } from '@/lib/diary/page/shownDays';
import type { CivilDate, DiaryAccount, Schedule } from '@/lib/diary/types';
import { isSameView } from '@/lib/diary/view';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { addDays, weekdayOf } from '@/lib/time';

/** Ages after which the diary is asked again, milliseconds. */
const accountLifetime = 5 * 60_000;
const scheduleLifetime = 10 * 60_000;

interface Held<Value> {
  value: Value;
  /** Computer's clock, unix milliseconds. */
  at: number;
}

/** Reads the diary sparingly: what is held is given again, and a dead session is not asked twice. */
export interface DiaryReader {
  /** Who is signed in; asked anew when `fresh` or older than 5 minutes. */
  account(fresh?: boolean): Promise<Result<DiaryAccount>>;
  /** The last known answer, without asking. */
  readonly lastAccount: DiaryAccount | null;
  /**
   * The week or month shown, of the pupil who is chosen before and after asking alike. Asked anew when older than 10 minutes, or
   * when `anew`.
   */
  schedule(days: ShownDays, anew?: boolean): Promise<Result<Schedule>>;
  /** The page reloads its session by itself or became visible: a dead session may be asked again. */
  revive(): void;
}

export interface DiaryReaderOptions {
  client: DiaryClient;
  clock: Clock;
  /** Another account or pupil than before: everything of the first must go, before anything of the second is asked for. */
  onAccount: (account: DiaryAccount | null, before: DiaryAccount | null) => void;
}

export function createDiaryReader({ client, clock, onAccount }: DiaryReaderOptions): DiaryReader {
  let account: Held<DiaryAccount> | null = null;
  let dead: Result<never> | null = null;
  let asking: Promise<Result<DiaryAccount>> | null = null;
  const schedules = new Map<string, Held<Schedule>>();

  const isYoung = (held: Held<unknown> | null | undefined, lifetime: number) =>
    held !== null && held !== undefined && Math.abs(clock.computerNow() - held.at) < lifetime;

  function setAccount(value: DiaryAccount | null): void {
    const before = account?.value ?? null;
    account = value && { value, at: clock.computerNow() };
    if (isSameView(before, value)) return;
    schedules.clear();
    onAccount(value, before);
  }

  async function askAccount(): Promise<Result<DiaryAccount>> {
    const answer = await client.readAccount();
    if (answer.ok) setAccount(answer.value);
    else noteDeath(answer);
    return answer;
  }

  function noteDeath(answer: Result<never>): void {
    if (answer.ok || answer.problem.kind !== 'signedOut') return;
    dead = answer;
  }

  async function readAccount(fresh: boolean): Promise<Result<DiaryAccount>> {
    // Who asks meanwhile waits too: what is held is being doubted.
    if (asking) return asking;
    if (dead && !fresh) return dead;
    if (!fresh && account && isYoung(account, accountLifetime)) return succeed(account.value);
    dead = null;
    asking = askAccount().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function askSchedule({ view, span, date }: ShownDays): Promise<Result<Schedule>> {
    const read = span === 'month' ? client.readMonth : view === 'schedule' ? client.readWeekSchedule : client.readWeek;
    const [schedule, homework] = await Promise.all([
      read(date),
      // A month's homework would be many requests; its lessons show what they have themselves.
      span === 'week' ? client.readHomework(date) : succeed([]),
    ]);
    if (!schedule.ok) return schedule;
    return succeed(homework.ok ? joinHomework(schedule.value, homework.value) : schedule.value);
  }

  return {
    account: (fresh = false) => readAccount(fresh),
    get lastAccount() {
      return account?.value ?? null;
    },
    async schedule(shown, anew = false) {
      const before = await readAccount(false);
      if (!before.ok) return before;
      // A week is one, whichever of its days is asked for.
      const days = { ...shown, date: firstOf(shown) };
      const key = [before.value.key, before.value.selectedPupil?.id, days.view, days.span, days.date].join(' ');
      const held = schedules.get(key);
      if (held && !anew && isYoung(held, scheduleLifetime)) return succeed(held.value);

      const answer = await askSchedule(days);
      if (!answer.ok) {
        noteDeath(answer);
        return answer;
      }
      const after = await readAccount(true);
      if (!after.ok) return after;
      if (!isSameView(before.value, after.value))
        return fail(problem('diary', 'staleAnswer', 'another pupil was chosen meanwhile'));
      schedules.set(key, { value: answer.value, at: clock.computerNow() });
      return answer;
    },
    revive() {
      dead = null;
    },
  };
}

/** Monday of a week, the first of a month. */
function firstOf({ span, date }: ShownDays): CivilDate {
  return span === 'month' ? `${date.slice(0, 8)}01` : addDays(date, 1 - weekdayOf(date));
}
