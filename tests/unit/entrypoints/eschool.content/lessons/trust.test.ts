import { describe, expect, it } from 'vitest';
import { createTrust } from '@/entrypoints/eschool.content/lessons/trust';
import type { PageCopy } from '@/lib/diary/page/pageCopy';

/** A page whose rows are rendered at moments; all of them stay in it. */
function page() {
  const trust = createTrust();
  const rows: Element[] = [];
  const look = (at: number): PageCopy => {
    const copy = { text: '', at, root: {} as Element, inside: [...rows] };
    trust.see(copy);
    return copy;
  };
  let last = look(0);
  return {
    trust,
    /** The page is looked at. */
    look(at: number): void {
      last = look(at);
    },
    /** A row that is rendered, and seen, at this moment. */
    render(at: number): Element {
      const row = {} as Element;
      rows.push(row);
      last = look(at);
      return row;
    },
    holds: (row: Element) => trust.holds(last, rows.indexOf(row) + 1),
  };
}

describe('which rows are believed', () => {
  it('believes all while nothing changed', () => {
    const { trust, render, holds } = page();
    const row = render(10);
    trust.pageRead(1, 5);
    expect(holds(row)).toBe(true);
  });

  it('believes no row that was rendered before the page read its days for the new pupil', () => {
    const { trust, render, holds } = page();
    trust.pageRead(1, 5);
    const before = render(10);
    trust.withdraw(20);
    const again = render(30);
    expect([before, again].map(holds)).toEqual([false, false]);

    trust.pageRead(40, 50);
    const fresh = render(51);
    expect([before, again, fresh].map(holds)).toEqual([false, false, true]);
  });

  it('does not believe days that the page asked for before the change and got after it', () => {
    const { trust, render, holds } = page();
    trust.pageRead(1, 5);
    trust.withdraw(20);
    trust.pageRead(19, 25);
    expect(holds(render(26))).toBe(false);
  });

  it('hears of the reading before or after the rendering', () => {
    const { trust, render, holds } = page();
    trust.pageRead(1, 5);
    trust.withdraw(20);
    const row = render(52);
    trust.pageRead(40, 50);
    expect(holds(row)).toBe(true);
  });

  it('goes by the rendering alone where the page is never heard to read', () => {
    const { trust, render, holds } = page();
    const before = render(10);
    trust.withdraw(20);
    expect([before, render(21)].map(holds)).toEqual([false, true]);
  });

  it('a row that was there all the time is not believed, however often the page was looked at since', () => {
    const { trust, look, render, holds } = page();
    const before = render(10);
    for (const at of [11, 12, 13, 14]) look(at);
    trust.withdraw(20);
    expect([before, render(21)].map(holds)).toEqual([false, true]);
  });

  it('a row of the new pupil is believed, however often the page is looked at before anybody asks', () => {
    const { trust, look, render, holds } = page();
    render(10);
    trust.withdraw(20);
    const fresh = render(30);
    for (const at of [31, 32, 33, 34, 35, 36]) look(at);
    expect(holds(fresh)).toBe(true);
  });

  it('where it is heard so late that nobody remembers what was there then, only later rows are believed', () => {
    const { trust, look, render, holds } = page();
    const before = render(10);
    for (const at of [31, 32, 33, 34, 35]) look(at);
    const late = render(36);
    trust.withdraw(30);
    expect([before, late].map(holds)).toEqual([false, true]);
  });

  it('a row that had a button and comes back is the one that it was', () => {
    const { trust, look, render, holds } = page();
    const before = render(10);
    expect(holds(before)).toBe(true);
    for (let at = 11; at < 30; at += 1) look(at);
    trust.withdraw(30);
    expect(holds(before)).toBe(false);
  });
});
