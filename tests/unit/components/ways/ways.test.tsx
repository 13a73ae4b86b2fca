// @vitest-environment happy-dom
import { type ComponentProps, render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { InvitationNotice } from '@/components/conflict/InvitationNotice';
import { PopupConflict } from '@/components/popup/PopupConflict';
import { IncognitoPicture } from '@/components/ways/pictures';
import { SignOutWaiting } from '@/components/ways/SignOutWaiting';
import { problem } from '@/lib/problem';
import { buttonsOf, draw, press } from '@/tests/unit/components/draw';
import { petrIsHere, WithWays } from './samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const nothing = () => undefined;

describe('a failure', () => {
  const waiting = (done: 'saySignedOut' | null) => (
    <SignOutWaiting signOut={{ name: 'Пётр', tired: false }} act={nothing} acting={null} done={done} />
  );

  it('is not in the colour of success', async () => {
    const page = await draw(waiting('saySignedOut'));
    const status = [...page.querySelectorAll('[role=status]')].find(({ textContent }) => textContent !== '');
    expect(status?.textContent).toMatch(/^Пётр пока в Сферуме/);
    expect(status?.classList).toContain('bad');
    expect(status?.classList).not.toContain('good');
  });

  it('has its place before its text, so that it is read out', async () => {
    const page = await draw(waiting(null));
    const before = [...page.querySelectorAll('[role=status]')];
    render(waiting('saySignedOut'), page);
    expect([...page.querySelectorAll('[role=status]')]).toEqual(before);
  });
});

describe('in the popup', () => {
  const conflict = (
    <WithWays>
      <PopupConflict conflict={{ goal: { kind: 'diary' }, notice: petrIsHere }} />
    </WithWays>
  );

  it('a conflict is one line until it is unfolded', async () => {
    const page = await draw(conflict);
    expect(page.textContent).toBe('Открыт Сферум: Пётр, ученик');
    const line = page.querySelector('details');
    if (!line) throw new Error('It does not unfold');
    line.open = true;
    line.dispatchEvent(new Event('toggle'));
    await vi.waitFor(() => expect(page.querySelectorAll('ul > li')).toHaveLength(3));
    expect(page.textContent).toContain('Чтобы войти как Мария, выберите способ:');
  });

  it('the ways are folded, and one at most is unfolded', async () => {
    const page = await draw(conflict);
    const line = page.querySelector('details');
    if (line) line.open = true;
    line?.dispatchEvent(new Event('toggle'));
    await vi.waitFor(() => expect(page.querySelectorAll('li > details')).toHaveLength(3));
    const ways = [...page.querySelectorAll<HTMLDetailsElement>('li > details')];
    expect(ways.map(({ open }) => open)).toEqual([false, false, false]);
    expect(new Set(ways.map((way) => way.getAttribute('name')))).toEqual(new Set(['way']));
  });
});

it('the drawing of Chrome’s switch keeps its label away from the switch', async () => {
  const page = await draw(<IncognitoPicture />);
  const lines = [...page.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
  expect(lines.join(' ')).toBe('Разрешить использование в режиме инкогнито');
  // 13 px letters are 8 px wide at most; the switch begins at 199.
  expect(Math.max(...lines.map(({ length }) => 14 + length * 8))).toBeLessThan(199);
});

it('there is one way to help, and it is called one thing', async () => {
  const page = await draw(
    <WithWays>
      <InvitationNotice
        view={{ kind: 'conflict', notice: petrIsHere }}
        invitation="https://sferum.ru/?p=invite"
        onAgain={nothing}
        onLeave={nothing}
      />
    </WithWays>,
  );
  await vi.waitFor(() => expect(page.querySelector('ul')).not.toBeNull());
  const help = [...page.querySelectorAll('a[href*="guide.html"]')];
  expect(help.map(({ textContent }) => textContent)).toEqual(['Помощь']);
});

it('over an invitation of which nobody knows who is there it can be asked again', async () => {
  const again = vi.fn();
  const view = { kind: 'notKnown', problem: problem('messenger', 'offline') } as const;
  const page = await draw(<InvitationNotice view={view} invitation="" onAgain={again} onLeave={nothing} />);
  expect(buttonsOf(page)).toEqual(['Проверить ещё раз', 'Всё равно открыть страницу']);
  await press(page, 'Проверить ещё раз');
  expect(again).toHaveBeenCalledOnce();
});

it('whoever has no name is somebody else in the middle of a sentence, too', async () => {
  const signOut = { name: '', tired: false } as ComponentProps<typeof SignOutWaiting>['signOut'];
  const page = await draw(<SignOutWaiting signOut={signOut} act={nothing} acting={null} done={null} />);
  expect(page.querySelector('h2')?.textContent).toBe('Ждём, пока другой человек выйдет');
});
