// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { SupportText } from '@/components/support/SupportText';
import { buttonsOf, draw, press } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

type Made = Parameters<typeof SupportText>[0]['made'];

function picture(made: Made, onSave: (text: string) => void = () => undefined) {
  return (
    <SupportText
      why="Зачем"
      showLabel="Показать"
      label="Текст"
      saveLabel="Сохранить"
      made={made}
      note="Это начало."
      onShow={() => undefined}
      onSave={onSave}
    />
  );
}

it('has nothing to save or copy before all of it is shown', async () => {
  for (const made of [null, 'making', { missing: 'Не получилось.' }] as const) {
    expect(buttonsOf(await draw(picture(made)))).toEqual(['Показать']);
  }
  expect((await draw(picture({ missing: 'Не получилось.' }))).querySelector('[role=status]')?.textContent).toBe(
    'Не получилось.',
  );
});

it('saves exactly what is shown', async () => {
  const saved: string[] = [];
  const page = await draw(picture({ text: 'строка\nещё одна' }, (text) => void saved.push(text)));
  const field = page.querySelector('textarea');
  expect(field?.value).toBe('строка\nещё одна');
  expect(field?.readOnly).toBe(true);
  expect(page.textContent).toContain('Это начало.');
  await press(page, 'Сохранить');
  expect(saved).toEqual([field?.value]);
});
