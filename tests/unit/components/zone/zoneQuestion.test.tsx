// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ZoneQuestion } from '@/components/zone/ZoneQuestion';
import { draw, press } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

it('«Часовой пояс школы» offers the computer’s, and tells the one that was chosen', async () => {
  const onTell = vi.fn(() => Promise.resolve());
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

it('says that the answer could not be kept, until it could', async () => {
  let isFull = true;
  const onTell = () => (isFull ? Promise.reject(new Error('full')) : Promise.resolve());
  const page = await draw(<ZoneQuestion likely="Europe/Moscow" onTell={onTell} />);
  const [region] = page.querySelectorAll('[role=status]');
  expect(region?.textContent).toBe('');
  await press(page, 'Сохранить пояс');
  await act(() => Promise.resolve());
  expect(region?.textContent).toMatch(/^Не получилось сохранить. Возможно, на диске нет места/);
  isFull = false;
  await press(page, 'Сохранить пояс');
  await act(() => Promise.resolve());
  expect(region?.textContent).toBe('');
});
