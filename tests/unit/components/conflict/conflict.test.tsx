// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { AbsenceNotice } from '@/components/conflict/AbsenceNotice';
import { ConflictNotice } from '@/components/conflict/ConflictNotice';
import { OutcomeNotice } from '@/components/conflict/OutcomeNotice';
import type { ConflictView } from '@/lib/messages/conflict';
import { problem } from '@/lib/problem';
import { buttonsOf, draw, mainButtonOf, press } from '@/tests/unit/components/draw';
import { petrIsHere, WithWays, waysInChrome } from '@/tests/unit/components/ways/samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const nothing = () => undefined;
const linkedToAnother: ConflictView = {
  reason: 'linkedToAnotherPerson',
  present: { name: 'Мария', roles: 'родитель' },
  wanted: 'Елена',
  linkedDiary: { name: 'Мария', place: 'Республика Хакасия' },
};

function notice(view: ConflictView, ways = waysInChrome, about?: string) {
  return (
    <WithWays view={ways}>
      <ConflictNotice notice={view} goal={{ kind: 'diary' }} about={about} onRecheck={nothing} onSamePerson={nothing} />
    </WithWays>
  );
}

describe('who is here', () => {
  it('is said with the ways to choose from', async () => {
    const page = await draw(notice(petrIsHere));
    expect(page.textContent).toContain(
      'Сейчас в этом браузере открыт Сферум другого человека: Пётр, ученик. Чтобы войти как Мария, выберите способ:',
    );
  });

  it('is said without «выберите способ» while one way is under way', async () => {
    const page = await draw(notice(petrIsHere, { ...waysInChrome, signOut: { name: 'Пётр', tired: false } }));
    expect(page.textContent).toContain('Сейчас в этом браузере открыт Сферум другого человека: Пётр, ученик.');
    expect(page.textContent).not.toContain('выберите способ');
  });

  it('is said with what was to be opened, where the person does not look at it', async () => {
    expect((await draw(notice(petrIsHere, waysInChrome, 'Алгебра'))).textContent).toContain(
      'Вы хотели открыть: Алгебра.',
    );
  });
});

it('«Это тоже мой дневник» stands above the ways and says which diary is meant', async () => {
  const page = await draw(notice(linkedToAnother));
  expect(page.textContent).toContain('Тот дневник: Мария, Республика Хакасия.Сейчас открыт дневник: Елена.');
  const same = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === 'Это тоже мой дневник');
  const ways = page.querySelector('ul');
  if (!same || !ways) throw new Error('Something is missing');
  expect(same.compareDocumentPosition(ways) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

describe('every state has a way on', () => {
  it('«VK Мессенджер просит войти снова» offers signing in', async () => {
    const onSignIn = vi.fn();
    const unknown = { kind: 'unknown', problem: problem('messenger', 'signedOut'), inDoubt: false } as const;
    const page = await draw(
      <AbsenceNotice presence={unknown} onSignIn={onSignIn} onRecheck={nothing} permissionAddress="" />,
    );
    expect(page.textContent).toContain('VK Мессенджер просит войти снова');
    expect(mainButtonOf(page)).toBe('Войти снова');
    await press(page, 'Войти снова');
    expect(onSignIn).toHaveBeenCalledOnce();
  });

  const outcome = (said: Parameters<typeof OutcomeNotice>[0]['outcome']) => (
    <WithWays>
      <OutcomeNotice
        outcome={said}
        goal={{ kind: 'messenger' }}
        permissionAddress="/permission.html"
        onAgain={nothing}
        onSignIn={nothing}
        onHide={nothing}
      />
    </WithWays>
  );

  it('so does opening that ended there', async () => {
    const page = await draw(outcome({ kind: 'problem', problem: problem('messenger', 'signedOut') }));
    expect(mainButtonOf(page)).toBe('Войти снова');
  });

  it('access that was taken back can be given again', async () => {
    const page = await draw(outcome({ kind: 'problem', problem: problem('messenger', 'notPermitted') }));
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/permission.html');
  });

  it('a call can be joined all the same, a chat opened', async () => {
    const conflict = { kind: 'conflict', notice: petrIsHere } as const;
    const drawn = (goal: Parameters<typeof OutcomeNotice>[0]['goal']) =>
      draw(
        <WithWays>
          <OutcomeNotice
            outcome={conflict}
            goal={goal}
            permissionAddress=""
            onAgain={nothing}
            onSignIn={nothing}
            onHide={nothing}
          />
        </WithWays>,
      );
    expect(buttonsOf(await drawn({ kind: 'call', id: 'link:x' }))).toContain('Всё равно подключиться');
    expect(buttonsOf(await drawn({ kind: 'chat', peerId: 7 }))).toContain('Всё равно открыть');
  });

  it('«Это Мария?» → «Нет, сменить профиль» leads to the ways', async () => {
    const page = await draw(outcome({ kind: 'ask', wanted: 'Мария' }));
    expect(buttonsOf(page)).toEqual(['Да, открыть', 'Нет, сменить профиль', 'Скрыть']);
    await press(page, 'Нет, сменить профиль');
    await vi.waitFor(() => expect(page.querySelectorAll('ul > li')).toHaveLength(3));
    expect(buttonsOf(page)).toContain('Профиль сменён, открыть');
  });
});
