// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PageReasons } from '@/components/guide/PageReasons';
import type { PageReason } from '@/lib/messages/support';
import messages from '@/public/_locales/ru/messages.json';
import { draw } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const region = 'Республика Хакасия';

describe('why there is no button on the open page', () => {
  it('says nothing before it is known', async () => {
    expect((await draw(<PageReasons pages={null} />)).textContent).toBe('');
  });

  it('asks for the diary where none is open', async () => {
    const page = await draw(<PageReasons pages={[]} />);
    expect(page.textContent).toContain('Откройте дневник в соседней вкладке');
  });

  it('says each reason once, with how many lessons it concerns', async () => {
    const reasons: { reason: PageReason; count: number }[] = [
      { reason: 'notLinked', count: 7 },
      { reason: 'zoneAssumed', count: 0 },
    ];
    const page = await draw(<PageReasons pages={[{ region, lessons: 9, withButton: 2, reasons }]} />);
    expect(page.querySelector('p')?.textContent).toBe(
      `${region}: показано уроков: 9, из них с кнопкой или временем входа: 2.`,
    );
    const [first, second] = [...page.querySelectorAll('li')].map((item) => item.textContent);
    expect(first).toMatch(/^Уроков: 7\. Учитель не оставил ссылку на звонок/);
    expect(second).toMatch(/^Неизвестен часовой пояс школы/);
  });

  it('is content where nothing is wrong', async () => {
    const page = await draw(<PageReasons pages={[{ region, lessons: 3, withButton: 3, reasons: [] }]} />);
    expect(page.textContent).toContain('У всех показанных уроков есть кнопка');
  });

  it('leads to the right that is missing, of a diary that cannot be named', async () => {
    const reasons: { reason: PageReason; count: number }[] = [{ reason: 'notPermitted', count: 0 }];
    const page = await draw(<PageReasons pages={[{ region: '', lessons: 0, withButton: 0, reasons }]} />);
    expect(page.querySelector('strong')).toBeNull();
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/options.html#diaries');
  });
});

it('every reason is one calm sentence, or two, with a way on', () => {
  const said = Object.entries(messages).filter(([key]) => key.startsWith('reason_'));
  expect(said.length).toBeGreaterThan(20);
  for (const [key, { message }] of said) {
    expect(message, key).toMatch(/^[А-Я].*: .*\.$/);
    expect(message.length, key).toBeLessThan(180);
  }
});
