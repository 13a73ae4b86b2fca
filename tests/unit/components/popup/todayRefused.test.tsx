// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { TodayRefused } from '@/components/popup/TodayRefused';
import { buttonsOf, draw, press } from '@/tests/unit/components/draw';
import { WithWays } from '@/tests/unit/components/ways/samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

it('«Это Мария?» can be answered both ways', async () => {
  const again = vi.fn();
  const hide = vi.fn();
  const page = await draw(
    <WithWays>
      <TodayRefused outcome={{ kind: 'ask', wanted: 'Мария' }} id="call:1" onAgain={again} onHide={hide} />
    </WithWays>,
  );
  expect(buttonsOf(page)).toEqual(['Да, открыть', 'Нет, сменить профиль', 'Скрыть']);
  await press(page, 'Нет, сменить профиль');
  await vi.waitFor(() => expect(page.querySelectorAll('ul > li')).toHaveLength(3));
  await press(page, 'Профиль сменён, открыть');
  expect(again).toHaveBeenCalledWith(true);
  await press(page, 'Скрыть');
  expect(hide).toHaveBeenCalledOnce();
});
