// @vitest-environment happy-dom
import type { ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LinkCheck } from '@/components/popup/LinkCheck';
import { Ways } from '@/components/ways/Ways';
import { NoticePage } from '@/entrypoints/notice/NoticePage';
import { linksOnlyPart } from '@/entrypoints/options/linksOnlyPart';
import { remindersPart } from '@/entrypoints/options/remindersPart';
import { Popup } from '@/entrypoints/popup/Popup';
import { SignInReminder } from '@/entrypoints/section/SignIn';
import type { PastedView } from '@/lib/messages/popup';
import { ask, type Envelope } from '@/lib/messages/send';
import { createWaysClient } from '@/lib/messages/waysClient';
import { firstSettings } from '@/lib/reminders/settings';
import { draw, press } from '@/tests/unit/components/draw';
import { petrIsHere, waysInChrome } from '@/tests/unit/components/ways/samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

type Answer = (answer: unknown) => Promise<void>;

/** What was asked and waits for its answer, by its name, in its order. */
let asked: Map<string, Answer[]>;

/** Who hears that the browser gave or took back a right. */
let rightsHeard: (() => void)[];

beforeEach(() => {
  asked = new Map();
  fakeBrowser.reset();
  rightsHeard = [];
  const event = { addListener: (hear: () => void) => rightsHeard.push(hear), removeListener: () => undefined };
  Object.assign(fakeBrowser.permissions, { onAdded: event, onRemoved: event, contains: async () => true });
  fakeBrowser.runtime.getManifest = () => ({}) as never;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message) => {
    const { name } = message as unknown as Envelope;
    return new Promise((resolve) => {
      const answer: Answer = (answer) =>
        act(async () => {
          resolve({ answer });
          await new Promise((done) => setTimeout(done, 5));
        });
      asked.set(name, [...(asked.get(name) ?? []), answer]);
    });
  });
});

async function hearNews(news: string): Promise<void> {
  const sender = { id: fakeBrowser.runtime.id };
  await act(() =>
    fakeBrowser.runtime.onMessage.trigger({ news }, sender as never, () => undefined).then(() => undefined),
  );
}

const look = () => act(() => void window.dispatchEvent(new Event('focus')));

/** What a person sees. */
function seen(): string {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[type=checkbox]')].map(({ checked }) => checked);
  return [document.body.textContent, ...boxes].join();
}

const today = (kind: 'old' | 'signedOut') => ({
  diaries: [{ origin: 'https://a.test', name, isZoneAssumed: false, unread: null, inMax: null, state: { kind } }],
  clockOffset: 0,
  shortcut: '',
});
const popup = { diary: null, conflict: null, joinsAs: null, foreignJar: null };
const reminders = { settings: firstSettings, isWithdrawn: false, withoutZone: [] };
const waiting = (name: string) => ({ ...waysInChrome, signOut: { name, tired: false } });

const diaries = (...origins: string[]) => ({
  added: origins.map((origin) => ({ origin, region: '', timeZone: null, isPermitted: true })),
  waiting: null,
  shared: [],
});
const reasons = (region: string) => [{ region, lessons: 0, withButton: 0, reasons: [] }];
const call = { id: 'a', service: 'vk', name: '', address: 'https://web.vk.me/call/join/1', start: null, end: null };
const lesson = (name: string) => ({ name, rows: [call], timeZone: 'Europe/Moscow', clockOffset: 0 });

/** A page that draws itself as soon as its script runs. */
interface OwnPage {
  root: string;
  /** Behind the page's own address. */
  behind?: string;
  run: () => Promise<unknown>;
}

interface Case {
  page: ComponentChild | OwnPage;
  question: string;
  /** Why it is asked a second time. */
  again: () => Promise<unknown>;
  /** The answer to the first question, which comes last. */
  late: unknown;
  newer: unknown;
}

async function begin(page: Case['page']): Promise<void> {
  if (page === null || typeof page !== 'object' || !('run' in page)) return void (await draw(page));
  const { root, behind = '', run } = page;
  await draw(null);
  history.replaceState(null, '', behind);
  document.body.innerHTML = `<div id="${root}"></div>`;
  await run();
  await act(() => new Promise((done) => setTimeout(done, 20)));
}

it.each<[string, Case]>([
  [
    'the notice over an invitation',
    {
      page: <NoticePage invitation="https://sferum.ru/?p=start" />,
      question: 'notice.read',
      again: () => hearNews('session'),
      late: { kind: 'conflict', notice: petrIsHere },
      newer: null,
    },
  ],
  [
    '«Сегодня» of the popup',
    {
      page: <Popup tabId={null} />,
      question: 'today.read',
      again: () => hearNews('session'),
      late: today('old'),
      newer: today('signedOut'),
    },
  ],
  [
    'who is in the way, in the popup',
    {
      page: <Popup tabId={null} />,
      question: 'popup.read',
      again: () => hearNews('session'),
      late: { ...popup, isLinksOnly: false },
      newer: { ...popup, isLinksOnly: true },
    },
  ],
  [
    'who may sign in again',
    {
      page: <SignInReminder />,
      question: 'signInAgain.read',
      again: () => hearNews('ways'),
      late: { name: 'Пётр' },
      newer: { name: 'Мария' },
    },
  ],
  [
    'the ways out of two people in one browser',
    {
      page: <Ways client={createWaysClient({ kind: 'messenger' })} present="Пётр" />,
      question: 'ways.read',
      again: () => hearNews('session'),
      late: waiting('Пётр'),
      newer: waiting('Мария'),
    },
  ],
  [
    'a switch of the settings',
    {
      page: <linksOnlyPart.Content />,
      question: 'linksOnly.read',
      again: look,
      late: false,
      newer: true,
    },
  ],
  [
    '«Напоминания» of the settings',
    {
      page: <remindersPart.Content />,
      question: 'reminders.read',
      again: look,
      late: { ...reminders, isPrivate: false },
      newer: { ...reminders, isPrivate: true },
    },
  ],
  [
    'the page that asks for a right',
    {
      page: { root: 'permission', behind: '?site=https://a.test', run: () => import('@/entrypoints/permission/main') },
      question: 'sites.add',
      again: () => act(() => rightsHeard.at(-1)?.()),
      late: false,
      newer: true,
    },
  ],
  [
    'a lesson’s page',
    {
      page: { root: 'lesson', behind: '#1//0', run: () => import('@/entrypoints/lesson/main') },
      question: 'lesson.read',
      again: () => hearNews('session'),
      late: lesson('Алгебра'),
      newer: lesson('История'),
    },
  ],
  [
    'the guide',
    {
      page: { root: 'guide', run: () => import('@/entrypoints/guide/main') },
      question: 'support.reasons',
      again: look,
      late: reasons('Марий Эл'),
      newer: reasons('Хакасия'),
    },
  ],
  [
    '«Добро пожаловать»',
    {
      page: { root: 'welcome', run: () => import('@/entrypoints/welcome/main') },
      question: 'diaries.read',
      again: () => hearNews('diaries'),
      late: diaries('https://a.test'),
      newer: diaries('https://a.test', 'https://b.test'),
    },
  ],
])(
  '%s: an answer that comes late does not stand over a newer one',
  async (_, { page, question, again, late, newer }) => {
    await begin(page);
    const before = seen();
    await again();
    const [first, second] = asked.get(question) ?? [];
    await second?.(newer);
    const after = seen();
    expect(after).not.toBe(before);
    await first?.(late);
    expect(seen()).toBe(after);
  },
);

it('what a switch answered stands, whatever was asked before it', async () => {
  await draw(<linksOnlyPart.Content />);
  await asked.get('linksOnly.read')?.[0]?.(false);
  await look();
  await act(() => document.querySelector<HTMLInputElement>('[type=checkbox]')?.click());
  await asked.get('linksOnly.set')?.[0]?.(true);
  const after = seen();
  await asked.get('linksOnly.read')?.[1]?.(false);
  expect(seen()).toBe(after);
});

it('two things chosen one after the other, before the first is kept, are both kept', async () => {
  await draw(<remindersPart.Content />);
  const settings = { ...firstSettings, areOn: true };
  await asked.get('reminders.read')?.[0]?.({ ...reminders, settings, isPrivate: false });
  for (const label of ['Предмет', 'Имя ребёнка'])
    await act(() =>
      [...document.querySelectorAll('label')]
        .find(({ textContent }) => textContent?.includes(label))
        ?.querySelector('input')
        ?.click(),
    );
  const sent = vi.mocked(fakeBrowser.runtime.sendMessage).mock.calls.map(([message]) => message as unknown as Envelope);
  expect(sent.at(-1)?.payload).toEqual({ settings: { ...settings, saysSubject: true, saysChild: true } });
});

it('a verdict is never said of another link than it was asked for', async () => {
  const foreign: PastedView = {
    kind: 'foreign',
    host: 'a.test',
    address: null,
    link: '',
    conflict: null,
    problem: null,
  };
  const check = (text: string) => ask('popup.checkLink', { tabId: null, text });
  const page = await draw(<LinkCheck check={check} onOpen={() => undefined} />);
  const field = page.querySelector('input');
  await press(page, 'Проверить');
  await act(() => {
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await asked.get('popup.checkLink')?.[0]?.(foreign);
  expect(page.querySelector('[role=status]')?.textContent).toBe('');
});
