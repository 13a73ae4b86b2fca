import type { Surface } from '../driver/types.ts';

interface Walk {
  tabStops?: HTMLElement[];
}

/**
 * Goes through all that can be used by Tab alone, in the order in which it stands there. Gives what was left out, comes too late or
 * does not show that it has the focus, a line each.
 */
export async function walk(surface: Surface): Promise<string[]> {
  const count = await surface.evaluate(gather);
  const found: string[] = [];
  if (count > 1) {
    // The keyboard is in use: only then is the focus shown.
    await surface.press('Tab');
    await surface.press('Shift+Tab');
  }
  for (let at = 0; at < count; at += 1) {
    if (at > 0) await surface.press('Tab');
    const said = await surface.evaluate(lookAtFocus, at);
    if (said === 'scrolls') {
      // A box that scrolls is a stop of the browser's own.
      await surface.press('Tab');
      found.push(...[await surface.evaluate(lookAtFocus, at)].filter((one) => one !== ''));
    } else if (said !== '') found.push(said);
  }
  return found;
}

/** Finds the stops, in the order of the document, and leads the focus to the first. @returns how many there are */
function gather(): number {
  const world = window as unknown as Walk;
  const modal = document.querySelector('dialog:modal');
  const all = [
    ...(modal ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ];
  const isGroups = (one: HTMLElement): boolean => {
    if (!(one instanceof HTMLInputElement && one.type === 'radio')) return true;
    const group = all.filter((other) => other instanceof HTMLInputElement && other.name === one.name);
    return one === (group.find((other) => (other as HTMLInputElement).checked) ?? group[0]);
  };
  const stops = all.filter(
    (one) =>
      one.tabIndex >= 0 &&
      !one.matches(':disabled') &&
      one.checkVisibility({ visibilityProperty: true }) &&
      !one.closest('[inert]') &&
      isGroups(one),
  );
  world.tabStops = stops;
  stops[0]?.focus();
  return stops.length;
}

/** @returns what is wrong with the focus, which should be at this stop; empty: nothing. */
function lookAtFocus(at: number): string {
  const stops = (window as unknown as Walk).tabStops ?? [];
  const tell = (one: Element | null | undefined) =>
    `${one?.tagName.toLowerCase()}.${one?.className ?? ''} «${(one?.getAttribute('aria-label') ?? one?.textContent ?? '').trim().slice(0, 40)}»`;
  const { activeElement: now } = document;
  const wanted = stops[at];
  if (!(now && wanted)) return `Tab leads nowhere from ${tell(stops[at - 1])}`;
  if (now !== wanted) {
    if (!stops.includes(now as HTMLElement) && now.scrollHeight > now.clientHeight) return 'scrolls';
    wanted.focus();
    return `Tab leads to ${tell(now)}, not to ${tell(wanted)}`;
  }
  const isMarked = (style: CSSStyleDeclaration) =>
    style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
  const styles = [getComputedStyle(now), getComputedStyle(now, '::after'), getComputedStyle(now, '::before')];
  if (!styles.some(isMarked)) return `does not show the focus: ${tell(now)}`;
  const { left, top, width, height } = now.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  if (y < 0 || y > window.innerHeight) return `has the focus out of sight: ${tell(now)}`;
  const above = document.elementFromPoint(x, y);
  const isCovered =
    above !== null && !now.contains(above) && !above.contains(now) && !above.closest('label')?.contains(now);
  return isCovered ? `has the focus below ${tell(above)}: ${tell(now)}` : '';
}
