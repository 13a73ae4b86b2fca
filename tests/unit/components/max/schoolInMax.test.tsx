// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { AbsenceNotice } from '@/components/conflict/AbsenceNotice';
import { WaitingStep } from '@/components/linking/WaitingStep';
import { SchoolInMax } from '@/components/max/SchoolInMax';
import { TodayDiaryView } from '@/components/popup/TodayDiaryView';
import type { WaitingPurpose } from '@/lib/linking/steps';
import { draw } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const nothing = () => undefined;
const noProfile = 'Учебный профиль не нашёлся. Возможно, школа перешла в MAX';

test('says what was seen and gives both ways, in tabs of their own that learn nothing', async () => {
  const page = await draw(<SchoolInMax sign="readOnly" />);
  expect(page.textContent).toContain('Чаты только для чтения. Возможно, школа перешла в MAX');
  const links = [...page.querySelectorAll('a')].map((link) => [link.textContent, link.href, link.target, link.rel]);
  expect(links).toEqual([
    ['Открыть Сферум в MAX', 'https://max.ru/sferum_bot?startapp', '_blank', 'noopener noreferrer'],
    ['Открыть MAX в браузере', 'https://web.max.ru/', '_blank', 'noopener noreferrer'],
  ]);
});

test.each([true, false])(
  'a link whose profile is not here; somebody else of no profile is: %s',
  async (hasNoProfile) => {
    const presence = { kind: 'signedOut', mayBeHidden: false, hasNoProfile } as const;
    const page = await draw(
      <AbsenceNotice presence={presence} onSignIn={nothing} onRecheck={nothing} permissionAddress="" />,
    );
    expect(page.textContent?.includes(noProfile)).toBe(hasNoProfile);
  },
);

test.each<[WaitingPurpose, boolean]>([
  ['creation', true],
  ['signIn', false],
  ['answer', false],
])('linking waits (%s)', async (purpose, isSaid) => {
  const page = await draw(
    <WaitingStep
      purpose={purpose}
      windowClosed={false}
      timedOut={false}
      problem={null}
      mayBeHidden={false}
      messengerAddress=""
      permissionAddress=""
      takesFocus={false}
      onOpenWindow={nothing}
      onRecheck={nothing}
      onCancel={nothing}
    />,
  );
  expect(page.textContent?.includes(noProfile)).toBe(isSaid);
});

test.each([
  ['readOnly', 'Чаты только для чтения. Возможно, школа перешла в MAX'],
  ['noProfile', 'Учебный профиль не нашёлся. Возможно, школа перешла в MAX'],
  [null, null],
] as const)('the popup, by what was seen: %s', async (inMax, said) => {
  const page = await draw(
    <TodayDiaryView
      diary={{
        origin: 'https://school.r-19.ru',
        name: 'Республика Хакасия',
        timeZone: 'Asia/Krasnoyarsk',
        isZoneAssumed: false,
        state: { kind: 'signedOut' },
        unread: 0,
        inMax,
      }}
      isNamed={false}
      now={Date.UTC(2026, 10, 23, 3)}
      onJoin={nothing}
      onAgain={nothing}
      onDiary={nothing}
      onConnect={nothing}
      concerned={null}
      onSection={nothing}
      likelyZone="Europe/Moscow"
      onZone={() => Promise.resolve()}
    />,
  );
  expect(/[^.]*\. Возможно, школа перешла в MAX/.exec(page.textContent ?? '')?.[0] ?? null).toBe(said);
});
