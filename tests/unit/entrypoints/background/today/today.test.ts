import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Lists } from '@/entrypoints/background/section/types';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { createToday } from '@/entrypoints/background/today/today';
import type { DiaryAccount } from '@/lib/diary/types';
import { addDays } from '@/lib/time';
import { minute, movableClock } from '@/tests/unit/entrypoints/background/fakes';
import { addressOf, lesson } from '@/tests/unit/lib/calls/samples';
import { sent, sentAccount, sentLessons } from '@/tests/unit/lib/diary/sent';

const origin = 'https://school.r-19.ru';
const nowhere: Sender = { kind: 'page', tab: null, origin: '' };
const pageOf = (foreignJar: 'private' | null = null): Sender => ({
  kind: 'diary',
  origin,
  tab: { id: 5, windowId: 1, index: 0, foreignJar },
});
const pupil = { id: 1, fullName: 'Соколов Пётр', school: '', classYear: '8 Б' };
const account = (id: number): DiaryAccount => ({
  key: `${origin}#${id}`,
  origin,
  id,
  fullName: 'Соколова Мария',
  role: 'parent',
  description: 'Родитель',
  children: [pupil],
  selectedPupil: pupil,
});
const maria = account(1);

beforeEach(() => fakeBrowser.reset());

/** No page is open; the diary answers the background. */
async function prepare() {
  const { clock, pass } = movableClock();
  const asked: string[] = [];
  const diary = { account: maria as DiaryAccount | null, silentFor: 0 };
  const today = '2026-11-23';
  const lessons = [today, addDays(today, 1)].map((date) =>
    lesson('Алгебра', '10:20-11:00', { date, homework: addressOf('Алгебра') }),
  );
  vi.stubGlobal('fetch', async (address: string) => {
    const method = /\/(\w+)(?:\?|$)/.exec(address)?.[1] ?? '';
    asked.push(method);
    if (diary.silentFor) await new Promise((resolve) => setTimeout(resolve, diary.silentFor));
    if (!diary.account) return new Response('', { status: 403 });
    const answer =
      method === 'GetPersonData' ? sentAccount(diary.account) : method === 'GetDiary' ? sentLessons(lessons) : sent([]);
    return new Response('text' in answer ? answer.text : '', { headers: { 'content-type': 'application/json' } });
  });
  Object.assign(fakeBrowser.permissions, {
    contains: async () => true,
    getAll: async () => ({ origins: [`${origin}/*`] }),
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 5, active: true } as never);
  const keeper = createToday(
    { clock, presence: { known: async () => null } } as unknown as Services,
    { heldOf: async () => null } as unknown as Lists,
    () => undefined,
  );
  const read = async () => (await keeper.read(nowhere)).map(({ found }) => found);
  const rows = async () =>
    (await read()).flatMap((found) =>
      found.kind === 'known' ? found.agenda.today.map(({ name }) => name) : found.kind,
    );
  const known = async () => (await keeper.known()).flatMap(({ agenda }) => agenda.today.map(({ name }) => name));
  return { keeper, diary, asked, pass, rows, known };
}

it('a diary that nobody used by hand is not asked at all', async () => {
  const { rows, asked } = await prepare();
  expect(await rows()).toEqual([]);
  expect(asked).toEqual([]);
});

it('within a minute nobody is asked, after it who is there, after ten minutes the lessons', async () => {
  const { keeper, rows, asked, pass } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  expect(await rows()).toEqual(['Алгебра']);
  expect(asked).toEqual(['GetDiary', 'GetHomeworkFromRange']);
  asked.length = 0;
  pass(minute / 2);
  expect(await rows()).toEqual(['Алгебра']);
  expect(asked).toEqual([]);
  pass(minute);
  await rows();
  expect(asked).toEqual(['GetPersonData']);
  asked.length = 0;
  pass(10 * minute);
  await rows();
  expect(asked).toEqual(['GetPersonData', 'GetDiary', 'GetHomeworkFromRange']);
});

it('twelve hours after the last use by hand the diary is not asked any more', async () => {
  const { keeper, rows, asked, pass } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  pass(12 * 60 * minute);
  expect(await rows()).toEqual(['old']);
  expect(asked).toEqual([]);
});

it('an answer that is handed over once more is no new sight of the person', async () => {
  const { keeper, rows } = await prepare();
  await keeper.personSeen(pageOf(), maria, false);
  expect(await rows()).toEqual([]);
});

it('a dead session is asked once', async () => {
  const { keeper, rows, asked, diary, pass } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  await rows();
  diary.account = null;
  pass(2 * minute);
  asked.length = 0;
  expect(await rows()).toEqual(['signedOut']);
  pass(2 * minute);
  expect(await rows()).toEqual(['signedOut']);
  expect(asked).toEqual(['GetPersonData']);
});

it('another person at the same diary sees nothing of the first, nor is anything of the first left', async () => {
  const { keeper, rows, asked, diary, pass } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  await rows();
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).toContain('Алгебра');
  diary.account = account(2);
  pass(2 * minute);
  asked.length = 0;
  // Whoever it is has not used the diary by hand here: no lessons are asked for.
  expect(await rows()).toEqual(['old']);
  expect(asked).toEqual(['GetPersonData']);
  await keeper.personSeen(pageOf(), account(3), true);
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('Алгебра');
  expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/Алгебра|Соколов/);
});

it('the sign-in page of a diary takes its lessons away at once', async () => {
  const { keeper, rows } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  await rows();
  await keeper.addressSeen(pageOf().tab, `${origin}/auth/login-page?next=/`);
  expect(await rows()).toEqual(['signedOut']);
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('Алгебра');
});

it('of a private window nothing is kept, and nothing kept is shown there', async () => {
  const { keeper, rows, asked } = await prepare();
  await keeper.personSeen(pageOf('private'), maria, true);
  await keeper.pageRead(pageOf('private'), [lesson('Химия')], ['2026-11-23']);
  expect(await rows()).toEqual([]);
  expect(asked).toEqual([]);
  await keeper.personSeen(pageOf(), maria, true);
  expect(await keeper.read({ ...pageOf('private'), origin: '' })).toEqual([]);
});

it('what was read is deleted a day later, not merely unread', async () => {
  const { keeper, rows, pass } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  await rows();
  pass(24 * 60 * minute);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'deleteToday', scheduledTime: 0, persistAcrossSessions: false });
  await vi.waitFor(async () => {
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('Алгебра');
  });
});

it('what is known without asking is that of whoever was seen there today', async () => {
  const { keeper, known, asked, pass, diary } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  await keeper.refresh();
  asked.length = 0;
  expect(await known()).toEqual(['Алгебра']);
  // 23:00 in Khakassia, and then the next day.
  pass(13 * 60 * minute);
  expect(await known()).toEqual(['Алгебра']);
  pass(2 * 60 * minute);
  expect(await known()).toEqual([]);
  expect(asked).toEqual([]);
  diary.account = null;
  await keeper.addressSeen(pageOf().tab, `${origin}/auth/login-page`);
  expect(await known()).toEqual([]);
});

const quarters = async (count: number, pass: (milliseconds: number) => void, act: () => Promise<void>) => {
  for (let quarter = 0; quarter < count; quarter += 1) {
    pass(15 * minute);
    await act();
  }
};

it('for reminders only what was used by hand within twelve hours is asked', async () => {
  const { keeper, asked, pass } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  await quarters(60, pass, keeper.refresh);
  expect(asked.filter((method) => method === 'GetPersonData')).toHaveLength(47);
});

it('that a page is asked for reminders is no use by hand, though it stands in front', async () => {
  const { keeper, pass } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  const tab = { id: 5, url: `${origin}/personal-area/#diary`, windowId: 1, index: 0, active: true };
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(tab as never);
  let asks = 0;
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, { name }: { name: string }) => {
    if (name !== 'diary.account') return null;
    asks += 1;
    await keeper.personSeen(pageOf(), maria, true);
    return { answer: sentAccount(maria), origin, clockDifference: null };
  }) as never);
  await quarters(60, pass, keeper.refresh);
  expect(asks).toBe(47);
});

it('for reminders a dead session is asked once, also by a background that was started anew', async () => {
  const { keeper, pass, diary, asked } = await prepare();
  await keeper.personSeen(pageOf(), maria, true);
  diary.account = null;
  await quarters(2, pass, keeper.refresh);
  expect(asked).toEqual(['GetPersonData']);
  const again = await prepare();
  await again.keeper.refresh();
  expect(again.asked).toEqual([]);
});

it('a diary that is slow about its person and then about its lessons is not waited for longer than for one of them', async () => {
  const { keeper, diary, rows, pass } = await prepare();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  await keeper.personSeen(pageOf(), maria, true);
  pass(2 * minute);
  vi.useFakeTimers();
  diary.silentFor = 6500;
  let read: unknown = 'late';
  void rows().then((come) => {
    read = come;
  });
  await vi.advanceTimersByTimeAsync(9000);
  expect(read).toEqual(['problem']);
  await vi.advanceTimersByTimeAsync(9000);
  vi.useRealTimers();
  diary.silentFor = 0;
  expect(await rows()).toEqual(['Алгебра']);
});
