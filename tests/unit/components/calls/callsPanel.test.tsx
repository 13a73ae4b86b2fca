// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Calls } from '@/components/calls/Calls';
import type { CallRow, CallsView } from '@/lib/messages/calls';
import { draw, press } from '@/tests/unit/components/draw';
import { callRow } from './row';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const minute = 60_000;
/** Monday, 23 November 2026, 14:00 in Krasnoyarsk. */
const now = Date.UTC(2026, 10, 23, 7);
const nothing = () => undefined;

function show(rows: CallRow[], view: Partial<CallsView> = {}) {
  const shown: CallsView = {
    rows,
    unreadable: 0,
    heldAt: now,
    problem: null,
    withheld: false,
    asking: false,
    isZoneAssumed: false,
    timeZone: 'Asia/Krasnoyarsk',
    clockOffset: 0,
    ...view,
  };
  return draw(
    <Calls
      view={shown}
      age={0}
      busy={false}
      now={now}
      computerZone="Asia/Krasnoyarsk"
      onOpen={nothing}
      onChat={nothing}
      onCalendar={nothing}
      onTellZone={() => Promise.resolve()}
      onRetry={nothing}
      onMessenger={nothing}
      permissionAddress=""
    />,
  );
}

const namesIn = (page: ParentNode) => [...page.querySelectorAll('.call-name')].map((name) => name.textContent);

async function search(page: ParentNode, text: string): Promise<void> {
  const field = page.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) throw new Error('There is no search field');
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const past = [
  callRow({ id: 'a', name: 'История', start: now - 300 * minute, end: now - 260 * minute }),
  callRow({ id: 'b', name: 'Химия', start: now - 200 * minute, end: now - 160 * minute }),
];

describe('what is over', () => {
  it('is folded, the latest first, and goes on counting', async () => {
    const page = await show([callRow({ name: 'Алгебра' }), ...past]);
    expect(namesIn(page)).toEqual(['Алгебра']);
    const details = page.querySelector('details');
    expect(details?.textContent).toBe('Прошли: 2');
    await act(() => {
      details?.setAttribute('open', '');
      details?.dispatchEvent(new Event('toggle'));
    });
    expect(namesIn(page)).toEqual(['Алгебра', 'Химия', 'История']);
    expect([...page.querySelectorAll('td.columnNumber')].map((cell) => cell.textContent)).toEqual(['1', '2', '3']);
  });

  it('alone: it is said that nothing is to come', async () => {
    const page = await show(past);
    expect(page.textContent).toContain('Видеоконференций пока нет');
    expect(page.textContent).toContain('Прошли: 2');
  });
});

describe('searching', () => {
  const many = Array.from({ length: 13 }, (_, index) =>
    callRow({ id: `${index}`, name: `Урок ${index}`, start: now + index * minute, end: now + 90 * minute }),
  );
  let page: HTMLElement;

  beforeEach(async () => {
    page = await show([...many, ...past]);
  });

  it('is there from fifteen on', async () => {
    expect(page.querySelector('input[type=search]')).not.toBeNull();
    await show([...many, callRow({})]);
    expect(page.querySelector('input[type=search]')).toBeNull();
  });

  it('finds what is over, too, by name, organiser and chat', async () => {
    await search(page, 'хим');
    expect(namesIn(page)).toEqual(['Химия']);
    await show([
      ...many,
      callRow({ name: '', caller: 'Лёвина', chat: { peerId: 1, title: '8 Б — родители' } }),
      ...past,
    ]);
    await search(page, '8б левин');
    expect(namesIn(page)).toEqual(['Без названия']);
  });

  it('that finds nothing says so, with a way back', async () => {
    await search(page, 'литература');
    expect(page.textContent).toContain('Ничего не нашлось');
    await press(page, 'Очистить поиск');
    expect(namesIn(page)).toHaveLength(13);
  });
});
