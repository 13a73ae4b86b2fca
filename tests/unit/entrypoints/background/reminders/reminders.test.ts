import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Opening } from '@/entrypoints/background/opening/opening';
import { choose, readChosen } from '@/entrypoints/background/reminders/chosen';
import { isOfferDue } from '@/entrypoints/background/reminders/offer';
import { createReminders } from '@/entrypoints/background/reminders/reminders';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import type { KnownToday } from '@/entrypoints/background/today/knownToday';
import type { TodayKeeper } from '@/entrypoints/background/today/types';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { OpenOutcome } from '@/lib/messages/opening';
import { problem } from '@/lib/problem';
import { firstSettings, type ReminderSettings } from '@/lib/reminders/settings';
import { fail, succeed } from '@/lib/result';
import type { AgendaLink, AgendaRow } from '@/lib/today/types';
import { minute, movableClock, profileId } from '@/tests/unit/entrypoints/background/fakes';
import { addressOf, openedAddressOf } from '@/tests/unit/lib/calls/samples';

const origin = 'https://school.r-19.ru';
const pupil = { id: 1, fullName: 'Соколов Пётр', school: '', classYear: '8 Б' };
const account = {
  key: `${origin}#1`,
  origin,
  id: 1,
  fullName: 'Соколова Мария',
  role: 'parent' as const,
  description: 'Родитель',
  children: [pupil],
  selectedPupil: pupil,
};
const page = { id: 5, url: `${origin}/personal-area/#diary`, windowId: 1, index: 0, active: true };

/** 10:00 in Khakassia is the clock's beginning. */
function row(begins: number, changes: Partial<AgendaRow> = {}): AgendaRow {
  const start = Date.UTC(2026, 10, 23, 3) + begins * minute;
  const address = addressOf('Алгебра');
  const source = {
    kind: 'lessonLink',
    lessonId: 'algebra',
    callKey: recognizeJoinLink(address)?.callKey ?? '',
  } as const;
  return {
    key: '1 algebra',
    name: 'Алгебра',
    isLesson: true,
    pupil: '',
    age: null,
    day: '2026-11-23',
    start,
    end: start + 40 * minute,
    live: false,
    links: [{ source, service: 'vk', address, name: '', place: 'homework' }],
    ...changes,
  };
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => void vi.useRealTimers());

interface World {
  rows: AgendaRow[];
  isThere: boolean;
  isAllowed: boolean;
  outcome: OpenOutcome;
  /** VK's profiles that are signed in; `null`: VK does not answer. */
  present: number[] | null;
  /** When the diary answers that is read again. */
  answersAt: Promise<void>;
}

const opened: OpenOutcome = { kind: 'opened', as: null, caution: false };

/** A browser of which one background after the other may be started. */
function prepare(changes: Partial<World> = {}, difference = 0) {
  const world: World = {
    rows: [row(30)],
    isThere: true,
    isAllowed: true,
    outcome: opened,
    present: null,
    answersAt: Promise.resolve(),
    ...changes,
  };
  const { clock, pass } = movableClock();
  if (difference !== 0) clock.adopt(difference);
  const shown = new Map<string, { title: string; message: string }>();
  const told: string[] = [];
  const opens: string[] = [];
  const asked: string[] = [];
  let badge = '';
  const clicks: ((id: string) => void)[] = [];
  vi.useFakeTimers({ now: clock.computerNow(), toFake: ['Date'] });
  Object.assign(fakeBrowser.notifications, {
    onClicked: { addListener: (listener: (id: string) => void) => clicks.push(listener) },
    create: async (id: string, words: { title: string; message: string }) => {
      shown.set(id, words);
      told.push(words.title);
      return id;
    },
    getAll: async () => Object.fromEntries(shown),
    clear: async (id: string) => shown.delete(id),
  });
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation((async ({ text }: { text: string }) => {
    badge = text;
  }) as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(((key: string, substitutions: string[] = []) =>
    [key, ...substitutions].join(' ')) as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => world.isAllowed) as never);
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [`${origin}/*`] } as never);
  vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockReturnValue(undefined);
  vi.spyOn(fakeBrowser.permissions.onRemoved, 'addListener').mockReturnValue(undefined);
  const tabs = vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([page] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(page as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue(page as never);
  vi.spyOn(fakeBrowser.windows, 'update').mockResolvedValue({} as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, { name }: { name: string }) => {
    opens.push(name);
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async ({ url }: { url: string }) => {
    opens.push(new URL(url).pathname);
  }) as never);

  const today = {
    known: async (): Promise<KnownToday[]> =>
      world.isThere
        ? [
            {
              person: {
                account,
                link: { profileId } as never,
                timeZone: 'Asia/Krasnoyarsk',
                isZoneAssumed: false,
              },
              agenda: { today: world.rows, next: null, quiet: null },
            },
          ]
        : [],
    refresh: async () => {
      asked.push('diary');
      await world.answersAt;
    },
  };
  const presence = {
    read: async () => {
      asked.push('VK');
      return world.present
        ? succeed(world.present.map((id) => ({ profileId: id, token: '', expiresAt: 0 })))
        : fail(problem('messenger', 'offline'));
    },
  };
  const opening = {
    lessonLink: async (_: Sender, address: string) => {
      opens.push(address);
      return world.outcome;
    },
    call: async (_: Sender, id: string) => {
      opens.push(id);
      return world.outcome;
    },
  };
  const press = () => {
    const [id = 'gone'] = shown.keys();
    for (const listener of clicks.slice(-1)) listener(id);
  };
  const start = () =>
    createReminders(
      { clock, presence } as unknown as Services,
      today as unknown as TodayKeeper,
      opening as unknown as Opening,
    );

  return {
    world,
    shown,
    told,
    opens,
    asked,
    tabs,
    badge: () => badge,
    /** Minutes pass, and whichever background is there looks. */
    async at(minutes: number, reminders = start()) {
      pass(minutes * minute);
      vi.setSystemTime(clock.computerNow());
      await reminders.look();
      return reminders;
    },
    press,
    async click() {
      press();
      await vi.waitFor(() => expect(opens.length).toBeGreaterThan(0));
    },
    start,
  };
}

const switchOn = (changes: Partial<ReminderSettings> = {}) => choose({ ...firstSettings, areOn: true, ...changes });
const alarm = () => fakeBrowser.alarms.get('reminders');
const lesson = openedAddressOf('Алгебра');

it('nothing is asked, set or shown while everything is off', async () => {
  const { at, asked, told, badge } = prepare();
  await at(25);
  expect([asked, told, badge(), await alarm()]).toEqual([[], [], '', undefined]);
});

it('each background that is started sets the alarm anew: alarms get lost', async () => {
  await switchOn();
  const { at } = prepare();
  await at(14);
  const { scheduledTime } = (await alarm()) ?? { scheduledTime: 0 };
  expect((scheduledTime - Date.UTC(2026, 10, 23, 3)) / minute).toBe(25);
  await fakeBrowser.alarms.clearAll();
  await at(0);
  expect(await alarm()).toMatchObject({ scheduledTime });
});

it('is reminded once of each stage, however many backgrounds look', async () => {
  await switchOn();
  const { at, told, shown } = prepare();
  for (const minutes of [24, 1, 0, 1, 4, 0, 1, 30]) await at(minutes);
  expect(told).toEqual(['reminderLessonAhead через 5 минут', 'reminderLessonBegins']);
  expect([...shown.values()].map(({ message }) => message)).toEqual(['reminderClick']);
  await at(9);
  expect(shown.size).toBe(0);
});

it('the diary is read every quarter of an hour and before something is shown, not oftener', async () => {
  await switchOn();
  const { at, asked } = prepare({ rows: [row(60)] });
  const reminders = await at(0);
  for (let passed = 0; passed < 54; passed += 1) await at(1, reminders);
  expect(asked).toHaveLength(4);
  await at(1, reminders);
  expect(asked).toHaveLength(5);
  await at(0, reminders);
  await at(0);
  expect(asked).toHaveLength(5);
});

it('a diary that does not answer keeps nobody from being reminded for long, and its failure not at all', async () => {
  await switchOn();
  const { at, told } = prepare();
  await at(25);
  expect(told).toHaveLength(1);
});

it('the right time is known to the next background, too, where the computer is hours ahead', async () => {
  await switchOn();
  const threeHours = 180 * minute;
  // The computer shows 13:26 by the first, which a server has told the time.
  const first = prepare({}, -threeHours);
  await first.at(180 + 26);
  expect(first.shown.size).toBe(1);
  const second = prepare();
  for (const [id, words] of first.shown) second.shown.set(id, words);
  await second.at(180 + 26);
  expect([second.shown.size, second.told]).toEqual([1, []]);
});

describe('whoever was there is gone', () => {
  it('badge, alarm and notification go with them', async () => {
    await switchOn({ hasBadge: true });
    const { at, world, shown, badge } = prepare();
    await at(26);
    expect([shown.size, badge()]).toEqual([1, '4']);
    world.isThere = false;
    await at(0);
    expect([shown.size, badge()]).toEqual([0, '']);
    // Only the next look at the diary is waited for.
    const next = (await alarm())?.scheduledTime ?? 0;
    expect((next - Date.UTC(2026, 10, 23, 3)) / minute).toBe(26 + 15);
  });

  it('a right that was taken back switches reminders off, and says so until they are on again', async () => {
    await switchOn();
    const { at, world, asked, told } = prepare({ isAllowed: false });
    await at(26);
    expect([asked, told]).toEqual([[], []]);
    expect(await readChosen()).toMatchObject({ isWithdrawn: true, settings: { areOn: false } });
    world.isAllowed = true;
    await switchOn();
    expect(await readChosen()).toMatchObject({ isWithdrawn: false, settings: { areOn: true } });
  });
});

describe('a call that VK alone knows of', () => {
  const callRow = row(30, {
    isLesson: false,
    name: 'Родительское собрание',
    links: [
      { source: { kind: 'call', id: 'x' }, service: 'vk', address: addressOf('Собрание'), name: '', place: 'calls' },
    ],
  });

  it('is told while its profile is signed in, without its title', async () => {
    await switchOn({ saysSubject: true, saysChild: true });
    const { at, shown, asked } = prepare({ rows: [callRow], present: [profileId] });
    await at(26);
    expect(asked).toContain('VK');
    expect([...shown.values()]).toMatchObject([
      { title: 'reminderCallAhead через 4 минуты', message: 'reminderClick' },
    ]);
  });

  it.each([
    ['somebody else', [1]],
    ['nobody that VK would tell of', null],
  ])('is not told where %s is signed in', async (_, present) => {
    await switchOn();
    const { at, told } = prepare({ rows: [callRow], present });
    await at(26);
    expect(told).toEqual([]);
  });
});

describe('a click', () => {
  it('joins through the door, and the call is not reminded of again', async () => {
    await switchOn();
    const { at, click, opens, told, shown } = prepare();
    const reminders = await at(25);
    await click();
    expect(opens).toEqual([addressOf('Алгебра')]);
    const link = recognizeJoinLink(lesson);
    if (link) await reminders.joined({ kind: 'page', tab: null, origin: '' }, link);
    await at(5);
    expect([told.length, shown.size]).toEqual([1, 0]);
    expect(await isOfferDue()).toBe(true);
  });

  it('waits for the diary once, however many of its requests are slow', async () => {
    await switchOn();
    const { at, press, opens, world } = prepare();
    await at(25);
    world.answersAt = new Promise(() => undefined);
    vi.useFakeTimers();
    press();
    await vi.advanceTimersByTimeAsync(9500);
    // Marks of calls are made by the machine's own threads, which no clock of ours moves.
    vi.useRealTimers();
    await vi.waitFor(() => expect(opens).toEqual([addressOf('Алгебра')]));
  });

  it.each<[string, OpenOutcome['kind']]>([
    ['somebody else is signed in', 'conflict'],
    ['nobody is', 'signedOut'],
    ['another child is chosen by now', 'moved'],
  ])('opens the section where %s', async (_, kind) => {
    await switchOn();
    const { at, click, opens } = prepare({ outcome: { kind } as OpenOutcome });
    await at(25);
    await click();
    await vi.waitFor(() => expect(opens).toEqual([addressOf('Алгебра'), 'section.open']));
  });

  it.each<[string, Partial<World>, number]>([
    ['the person is another', { isThere: false }, 0],
    ['the lesson is over', {}, 60],
  ])('opens the section and no call where %s by now', async (_, changes, later) => {
    await switchOn();
    const { at, click, opens, world, shown } = prepare();
    await at(25);
    const [id = ''] = shown.keys();
    Object.assign(world, changes);
    if (later > 0) await at(later);
    shown.set(id, { title: '', message: '' });
    await click();
    expect(opens).toEqual(['section.open']);
  });

  const chemistry = row(30, { key: '2' }).links.map((link) => ({ ...link, address: addressOf('Химия') }));
  const liveCall: AgendaLink = {
    source: { kind: 'call', id: '7' },
    service: 'vk',
    address: addressOf('Химия'),
    name: '',
    place: 'calls',
  };

  it.each<[string, AgendaRow[]]>([
    ['two lessons', [row(30), row(30, { key: '2', links: chemistry })]],
    ['two links of one lesson', [row(30, { links: [...row(30).links, ...chemistry] })]],
  ])('opens a small window, in which each has its button, where there are %s', async (_, rows) => {
    await switchOn();
    const { at, click, opens, world, shown } = prepare();
    await at(25);
    const [id = ''] = shown.keys();
    Object.assign(world, { rows });
    shown.set(id, { title: '', message: '' });
    await click();
    expect(opens).toEqual(['/popup.html']);
  });

  it('joins by the lesson’s own link where a call was found for it, too', async () => {
    await switchOn();
    const rows = [row(30, { links: [...row(30).links, liveCall] })];
    const { at, click, opens, shown, world } = prepare();
    Object.assign(world, { rows });
    await at(25);
    expect([...shown.values()]).toEqual([expect.objectContaining({ message: 'reminderClick' })]);
    await click();
    expect(opens).toEqual([addressOf('Алгебра')]);
  });

  it('opens a small window where no diary is open', async () => {
    await switchOn();
    const { at, click, opens, tabs } = prepare({ outcome: { kind: 'signedOut' } });
    tabs.mockResolvedValue([] as never);
    await at(25);
    await click();
    await vi.waitFor(() => expect(opens).toEqual([addressOf('Алгебра'), '/popup.html']));
  });
});

it('for the badge alone the diary is read every quarter of an hour, too, and each minute within the hour before a call is shown', async () => {
  await choose({ ...firstSettings, hasBadge: true });
  const { at, asked, badge, told } = prepare({ rows: [row(90)] });
  const seen = [];
  for (const minutes of [0, 30, 1, 58, 1, 40]) {
    await at(minutes);
    seen.push([badge(), alarmAhead((await alarm())?.scheduledTime)]);
  }
  expect(seen).toEqual([
    ['', 15],
    ['60', 1],
    ['59', 1],
    ['1', 1],
    ['•', 14],
    ['', 15],
  ]);
  expect([asked, told]).toEqual([Array(4).fill('diary'), []]);
});

function alarmAhead(when: number | undefined): number | null {
  return when === undefined ? null : (when - Date.now()) / minute;
}

it('what is remembered of reminded and joined calls names nobody and nothing, and is gone a day later', async () => {
  await switchOn();
  const { at } = prepare();
  const reminders = await at(25);
  const link = recognizeJoinLink(lesson);
  if (link) await reminders.joined({ kind: 'page', tab: null, origin: '' }, link);
  const kept = JSON.stringify(await fakeBrowser.storage.local.get('remindedCalls'));
  expect(kept).toMatch(/"stage":"before".*"joined":\[\{/);
  expect(kept).not.toMatch(/Алгебра|algebra|Пётр|Соколов|school|for-tests-only/);
  await at(25 * 60);
  await vi.waitFor(async () =>
    expect(JSON.stringify(await fakeBrowser.storage.local.get('remindedCalls'))).not.toMatch(/stage|mark/),
  );
});

it('in the incognito half of Chrome nothing is reminded', async () => {
  await switchOn({ hasBadge: true });
  const { at, asked, told, badge, world } = prepare();
  world.isThere = true;
  Object.assign(fakeBrowser.extension, { inIncognitoContext: true });
  try {
    await at(25);
    expect([asked, told, badge()]).toEqual([[], [], '']);
  } finally {
    Object.assign(fakeBrowser.extension, { inIncognitoContext: false });
  }
});
