import { describe, expect, it } from 'vitest';
import { createTrust } from '@/entrypoints/eschool.content/lessons/trust';

/** A page whose rows are rendered at moments. */
function page() {
  let now = 0;
  const trust = createTrust(() => now);
  return {
    trust,
    /** A row that is rendered, and seen, at this moment. */
    render(at: number): Element {
      now = at;
      const row = {} as Element;
      trust.holds(row);
      return row;
    },
  };
}

describe('which rows are believed', () => {
  it('believes all while nothing changed', () => {
    const { trust, render } = page();
    const row = render(10);
    trust.pageRead(1, 5);
    expect(trust.holds(row)).toBe(true);
  });

  it('believes no row that was rendered before the page read its days for the new pupil', () => {
    const { trust, render } = page();
    trust.pageRead(1, 5);
    const before = render(10);
    trust.withdraw(20);
    const again = render(30);
    expect([before, again].map(trust.holds)).toEqual([false, false]);

    trust.pageRead(40, 50);
    const fresh = render(51);
    expect([before, again, fresh].map(trust.holds)).toEqual([false, false, true]);
  });

  it('does not believe days that the page asked for before the change and got after it', () => {
    const { trust, render } = page();
    trust.pageRead(1, 5);
    trust.withdraw(20);
    trust.pageRead(19, 25);
    expect(trust.holds(render(26))).toBe(false);
  });

  it('hears of the reading before or after the rendering', () => {
    const { trust, render } = page();
    trust.pageRead(1, 5);
    trust.withdraw(20);
    const row = render(52);
    trust.pageRead(40, 50);
    expect(trust.holds(row)).toBe(true);
  });

  it('goes by the rendering alone where the page is never heard to read', () => {
    const { trust, render } = page();
    const before = render(10);
    trust.withdraw(20);
    expect([before, render(21)].map(trust.holds)).toEqual([false, true]);
  });
});
