// @vitest-environment happy-dom
import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { Today } from '@/components/popup/Today';
import type { TodayDiary, TodayLink, TodayRow, TodayState } from '@/lib/messages/today';
import { problem } from '@/lib/problem';
import { buttonsOf, draw, mainButtonOf, press } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const timeZone = 'Asia/Krasnoyarsk';
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
const link: TodayLink = {
  id: 'link:1',
  service: 'vk',
  address: 'https://web.vk.me/call/join/1',
  name: '',
  place: 'homework',
  caution: false,
};
const row = (name: string, times: string | null, rest: Partial<TodayRow> = {}): TodayRow => {
  const [start, end] = times?.split('-') ?? [];
  const instants = { start: start ? at(start) : null, end: end ? at(end) : null };
  return { key: name, name, isLesson: true, child: '', age: null, live: false, links: [link], ...instants, ...rest };
};
const known = (rows: TodayRow[], rest: Partial<Extract<TodayState, { kind: 'known' }>> = {}): TodayState => ({
  kind: 'known',
  rows,
  next: null,
  quiet: null,
  linked: true,
  ...rest,
});
const diaryWith = (state: TodayState, rest: Partial<TodayDiary> = {}): TodayDiary => ({
  origin: 'https://school.r-19.ru',
  name: 'Республика Хакасия',
  timeZone,
  isZoneAssumed: false,
  unread: null,
  inMax: null,
  state,
  ...rest,
});
const day = [row('Алгебра', '10:00-10:45'), row('География', '11:20-12:00'), row('История', '12:20-13:00')];

const nothing = () => undefined;
const props: Omit<ComponentProps<typeof Today>, 'view' | 'now'> = {
  isForeign: false,
  isPrivate: false,
  concerned: null,
  likelyZone: 'Asia/Krasnoyarsk',
  onJoin: nothing,
  onDiary: nothing,
  onSection: nothing,
  onConnect: nothing,
  onZone: () => Promise.resolve(),
  onAgain: nothing,
};

async function show(diaries: TodayDiary[] | 'failed' | null, time = '10:20', other: Partial<typeof props> = {}) {
  const view = diaries === null || diaries === 'failed' ? diaries : { diaries, clockOffset: 0, shortcut: '' };
  return draw(<Today view={view} now={at(time)} {...props} {...other} />);
}

describe('«Сегодня» says', () => {
  it.each([
    ['what is on, with one way in', known(day), '10:20', /^СегодняАлгебра, до 10:45ПодключитьсяГеография в 11:20/],
    ['in how many minutes the next is', known(day), '10:45', /География в 11:20, через 35 минут/],
    ['only when it is far off', known(day), '08:00', /Алгебра в 10:00(?!,)/],
    ['that it is over', known(day), '13:30', /Онлайн-уроки на сегодня закончились/],
    ['that there is none', known([], { quiet: 'noLessons' }), '10:20', /Сегодня уроков нет/],
    ['that none is online', known([], { quiet: 'noOnline' }), '10:20', /Сегодня онлайн-уроков нет/],
    ['that these are holidays', known([], { quiet: 'holidays' }), '10:20', /Похоже, каникулы/],
    ['that it does not know', known([], { quiet: 'unknown' }), '10:20', /пока не прочитано/],
    ['that the diary wants a sign-in', { kind: 'signedOut' }, '10:20', /Дневник просит войти/],
    ['that nobody opened the diary for long', { kind: 'old' }, '10:20', /Дневник давно не открывали/],
    [
      'that there is no network',
      { kind: 'problem', problem: problem('diary', 'offline') },
      '10:20',
      /интернет|сети|связ/i,
    ],
  ] as const)('%s', async (_, state, time, sentence) => {
    const page = await show([diaryWith(state)], time);
    expect(page.textContent).toMatch(sentence);
    expect(buttonsOf(page)).toContain('Открыть дневник');
  });

  it.each([
    [7_200_000, '2 часа назад'],
    [20_000, '1 минуту назад'],
  ])('which child, and how old that is: %s', async (age, words) => {
    const page = await show([diaryWith(known([row('Химия', '10:00-10:45', { child: 'Анна', age })]))]);
    expect(page.textContent).toContain(`Анна, по данным: ${words}`);
  });

  it('nothing that depends on time where the zone is only assumed: the link alone is given, and the zone is asked', async () => {
    const told = vi.fn(() => Promise.resolve());
    const page = await show([diaryWith(known([row('Музыка', null)]), { isZoneAssumed: true })], '10:20', {
      onZone: told,
    });
    expect(page.textContent).toMatch(/Музыка.*Подключиться.*Часовой пояс школы/);
    expect(page.textContent).not.toMatch(/\d\d:\d\d|закончились|через/);
    await press(page, 'Сохранить пояс');
    expect(told).toHaveBeenCalledWith('https://school.r-19.ru', 'Asia/Krasnoyarsk');
  });

  it('as whom one would enter a call of VK, at that diary alone', async () => {
    const concerned = { origin: 'https://school.r-19.ru', joinsAs: 'Пётр', linked: false, hasSection: true };
    const ofVk = await show([diaryWith(known(day))], '10:20', { concerned });
    expect(ofVk.textContent?.match(/Войдёте как Пётр/g)).toHaveLength(1);
    const other = row('Химия', '10:00-10:45', { links: [{ ...link, service: 'zoom' }] });
    for (const diary of [diaryWith(known([other])), diaryWith(known(day), { origin: 'https://two.ru' })])
      expect((await show([diary], '10:20', { concerned })).textContent).not.toMatch(/Войдёте/);
  });

  it('that it could not be asked, and asks again', async () => {
    const again = vi.fn();
    const page = await show('failed', '10:20', { onAgain: again });
    expect(page.querySelector('[aria-busy=true]')).toBeNull();
    await press(page, 'Повторить');
    expect(again).toHaveBeenCalledOnce();
  });

  it('what is over apart from what is yet to come', async () => {
    const summaries = async (time: string) =>
      [...(await show([diaryWith(known(day))], time)).querySelectorAll('summary')].map((one) => one.textContent);
    expect(await summaries('11:30')).toEqual(['Уже прошли: 1']);
    expect(await summaries('10:20')).toEqual(['Ещё сегодня: 1']);
    expect(await summaries('13:30')).toEqual(['Уже прошли: 3']);
  });

  it('that a diary did not answer, and asks again', async () => {
    const again = vi.fn();
    const page = await show([diaryWith({ kind: 'problem', problem: problem('diary', 'offline') })], '10:20', {
      onAgain: again,
    });
    expect(buttonsOf(page)).toEqual(['Повторить', 'Открыть дневник']);
    await press(page, 'Повторить');
    expect(again).toHaveBeenCalledOnce();
  });

  it('the way to a diary where there is none, and nothing of the ordinary windows in a private one', async () => {
    expect(mainButtonOf(await show([]))).toBe('Подключить дневник');
    const privately = await show([], '10:20', { isForeign: true });
    expect(buttonsOf(privately)).toEqual([]);
    expect(privately.textContent).toMatch(/только того дневника, который открыт в этом окне/);
  });

  it('the name of each diary where there are several, and unread chats where they are known', async () => {
    const page = await show([
      diaryWith(known(day), { unread: 3 }),
      diaryWith({ kind: 'old' }, { origin: 'https://two.ru', name: 'Магаданская область' }),
    ]);
    expect([...page.querySelectorAll('h3')].map((head) => head.textContent)).toEqual([
      'Республика Хакасия',
      'Магаданская область',
    ]);
    expect(page.textContent).toMatch(/Открыть дневникОткрыть Сферум3Магаданская/);
  });
});

it('its place is kept before anything is known, and a click names what to join', async () => {
  expect((await show(null)).querySelector('[aria-busy=true] .bone')).not.toBeNull();
  const joined = vi.fn();
  await press(await show([diaryWith(known(day))], '10:20', { onJoin: joined }), 'Подключиться');
  expect(joined).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ name: 'Алгебра' }), link);
});

describe('«Сферум» beside «Открыть дневник»', () => {
  const concerned = { tabId: 1, origin: 'https://school.r-19.ru', linked: false, hasSection: true, joinsAs: null };

  it.each([
    ['is offered where no page of the diary is open', null, true, ['Открыть дневник', 'Открыть Сферум']],
    ['leads to linking there too where nobody is linked', null, false, ['Открыть дневник', 'Авторизация в Сферум']],
    ['waits until it is known which diary it is', undefined, true, ['Открыть дневник']],
    ['leads to linking where nobody is linked', concerned, false, ['Открыть дневник', 'Авторизация в Сферум']],
    ['is not there where the page does not answer', { ...concerned, hasSection: false }, true, ['Открыть дневник']],
  ])('%s', async (_name, which, linked, buttons) => {
    const state = known([row('Химия', '08:00-08:40')], { linked });
    const page = await show([diaryWith(state)], '10:20', { concerned: which });
    expect(buttonsOf(page)).toEqual(buttons);
  });
});

it('what opens before its start is outlined, what is on is not', async () => {
  const page = await show([diaryWith(known([row('Алгебра', '09:40-10:25'), row('География', '10:28-11:10')]))]);
  const joins = [...page.querySelectorAll('button')].filter((one) => one.textContent === 'Подключиться');
  expect(joins.map((one) => one.classList.contains('button-main'))).toEqual([true, false]);
});
