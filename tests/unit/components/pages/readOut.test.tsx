// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, test, vi } from 'vitest';
import { Calls } from '@/components/calls/Calls';
import { Chats } from '@/components/chats/Chats';
import { AbsenceNotice } from '@/components/conflict/AbsenceNotice';
import { LinkingScreen } from '@/components/linking/LinkingScreen';
import { ReadOut } from '@/components/pages/ReadOut';
import type { CallsView } from '@/lib/messages/calls';
import type { ChatsView } from '@/lib/messages/chats';
import type { LinkingStepView } from '@/lib/messages/linking';
import type { PresenceView } from '@/lib/messages/section';
import { problem } from '@/lib/problem';
import { draw } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const nothing = () => undefined;
const never = () => Promise.resolve();
const offline = problem('messenger', 'offline');

function chatsWith(changes: Partial<ChatsView> | null): ComponentChild {
  const summary = changes && {
    count: 0,
    reading: false,
    reach: 'whole' as const,
    isCut: false,
    isReadOnly: false,
    unread: 0,
    unreadable: 0,
    heldAt: 1,
    problem: null,
    withheld: false,
    ...changes,
  };
  return (
    <Chats
      summary={summary}
      age={0}
      busy={false}
      count={0}
      rowAt={nothing}
      onSeen={nothing}
      onOpen={nothing}
      onJoin={nothing}
      now={0}
      timeZone="Asia/Krasnoyarsk"
      query=""
      onQuery={nothing}
      unreadOnly={false}
      onUnreadOnly={nothing}
      onRetry={nothing}
      onMessenger={nothing}
      permissionAddress=""
    />
  );
}

function callsWith(changes: Partial<CallsView> | null): ComponentChild {
  const view = changes && {
    rows: [],
    asking: false,
    unreadable: 0,
    heldAt: 1,
    problem: null,
    withheld: false,
    timeZone: 'Asia/Krasnoyarsk',
    isZoneAssumed: false,
    clockOffset: 0,
    ...changes,
  };
  return (
    <Calls
      view={view}
      age={0}
      busy={false}
      now={0}
      computerZone="Asia/Krasnoyarsk"
      onOpen={nothing}
      onChat={nothing}
      onCalendar={nothing}
      onTellZone={never}
      onRetry={nothing}
      onMessenger={nothing}
      permissionAddress=""
    />
  );
}

function absence(presence: PresenceView): ComponentChild {
  return <AbsenceNotice presence={presence} onSignIn={nothing} onRecheck={nothing} permissionAddress="" />;
}

function linking(step: LinkingStepView, withoutVkid = false): ComponentChild {
  return (
    <LinkingScreen
      view={{ ...step, watched: false, withoutVkid }}
      account={{ fullName: 'Соколова Мария Игоревна', role: 'parent', description: '', school: '' }}
      messengerAddress=""
      permissionAddress=""
      takesFocus={false}
      onAct={nothing}
    />
  );
}

const waiting = (changes: Partial<Extract<LinkingStepView, { name: 'waiting' }>> = {}): LinkingStepView => ({
  name: 'waiting',
  purpose: 'signIn',
  windowClosed: false,
  timedOut: false,
  problem: null,
  mayBeHidden: false,
  ...changes,
});

const start: LinkingStepView = { name: 'start', problem: null, conflict: null, canSkipVkid: false };
const signedOut = { kind: 'signedOut', mayBeHidden: false, hasNoProfile: true } as const;

const regions = () => [...document.querySelectorAll('[role=status]')];

test.each<[string, ComponentChild, ComponentChild, RegExp]>([
  ['chats are read only', chatsWith({}), chatsWith({ isReadOnly: true }), /Чаты только для чтения/],
  ['chats could not be read', chatsWith({}), chatsWith({ problem: offline }), /VK Мессенджер не отвечает/],
  ['chats are withheld', chatsWith(null), chatsWith({ withheld: true }), /\S/],
  ['some chats are unreadable', chatsWith({}), chatsWith({ unreadable: 3 }), /Не удалось прочитать чатов: 3/],
  ['calls could not be read', callsWith({}), callsWith({ problem: offline }), /VK Мессенджер не отвечает/],
  ['calls are withheld', callsWith(null), callsWith({ withheld: true }), /\S/],
  ['nobody is signed in', absence({ kind: 'asking' }), absence(signedOut), /Учебный профиль не нашёлся/],
  [
    'it is not known who is signed in',
    absence({ kind: 'asking' }),
    absence({ kind: 'unknown', problem: offline, inDoubt: false }),
    /чаты скрыты/,
  ],
  ['VK ID did not work', linking(start), linking(waiting(), true), /Вход через VK ID не получился/],
  ['VK ID’s window was closed', linking(waiting()), linking(waiting({ windowClosed: true })), /закры/],
])('%s: the region stands before its text, which is read out', async (_, quiet, said, text) => {
  await draw(quiet);
  const before = regions();
  expect(before.some((region) => text.test(region.textContent ?? ''))).toBe(false);
  await act(() => render(said, document.body));
  const speaking = regions().filter((region) => text.test(region.textContent ?? ''));
  expect(speaking).toHaveLength(1);
  expect(before).toContain(speaking[0]);
});

test.each<[string, ComponentChild, RegExp]>([
  ['a sentence', <ReadOut key="one">Готово</ReadOut>, /Готово/],
  ['a step with its notice', linking(waiting({ purpose: 'creation' })), /Учебный профиль не нашёлся/],
])('%s that comes together with its region comes a moment after it', async (_, picture, text) => {
  await act(() => {
    render(null, document.body);
    render(picture, document.body);
  });
  const [region] = document.querySelectorAll('.read-out:empty');
  expect(document.body.textContent).not.toMatch(text);
  await vi.waitFor(() => expect(document.body.textContent).toMatch(text));
  expect([...document.querySelectorAll('.read-out')].find((one) => text.test(one.textContent ?? ''))).toBeDefined();
  expect(region?.isConnected).toBe(true);
});

it('takes no room where nothing is said', async () => {
  await draw(<ReadOut>{false}</ReadOut>);
  expect(document.querySelector('.read-out:empty')).not.toBeNull();
});
