// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { ZoneQuestion } from '@/components/zone/ZoneQuestion';

vi.mock('@/lib/words', () => import('@/tests/unit/components/russian'));

it('«Часовой пояс школы» offers the computer’s, and tells the one that was chosen', async () => {
  const onTell = vi.fn();
  render(<ZoneQuestion likely="Europe/Moscow" onTell={onTell} />, document.body);
  const choice = document.querySelector('select');
  expect([choice?.value, document.querySelector('label')?.textContent]).toEqual([
    'Europe/Moscow',
    'Часовой пояс школы',
  ]);
  document.querySelector('button')?.click();
  expect(onTell).toHaveBeenLastCalledWith('Europe/Moscow');
  if (choice) choice.value = 'Asia/Krasnoyarsk';
  choice?.dispatchEvent(new Event('change', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  document.querySelector('button')?.click();
  expect(onTell).toHaveBeenLastCalledWith('Asia/Krasnoyarsk');
});
