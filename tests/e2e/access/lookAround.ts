import type { Surface, Violation } from '../driver/types.ts';
import { resize } from '../section.ts';
import { faultsIn } from './faultsIn.ts';
import type { Place, Seen } from './journey.ts';
import { lateRegions, watchRegions } from './regions.ts';
import { walk } from './walk.ts';

type Picture = (surface: Surface, name: string) => Promise<void>;

/** Pixels. The section's are those of its frame. */
const widths: Record<Place, { usual: number; narrow: number; large: number }> = {
  page: { usual: 1000, narrow: 320, large: 640 },
  popup: { usual: 340, narrow: 340, large: 340 },
  notice: { usual: 1000, narrow: 320, large: 640 },
  section: { usual: 1020, narrow: 320, large: 1020 },
  diary: { usual: 1280, narrow: 1280, large: 1280 },
};

/** Where what stands in the diary stands. */
const ours = 'sferum-menu-item, sferum-lesson, sferum-corner, sferum-hint, sferum-section';

/** One way of looking. */
interface Look {
  name: string;
  scheme?: 'light' | 'dark';
  width?: 'usual' | 'narrow' | 'large';
  /** So much larger text. */
  text?: 2;
  isForced?: true;
  isStill?: true;
}

const looks: readonly Look[] = [
  { name: 'light' },
  { name: 'dark', scheme: 'dark' },
  { name: 'narrow', width: 'narrow' },
  { name: 'large-text', width: 'large', text: 2 },
  { name: 'forced-colors', isForced: true },
  { name: 'still', isStill: true },
];

/** What stands in the diary is always light, and its page is the diary's own. */
const looksOf: Record<Place, readonly Look[]> = {
  page: looks,
  popup: looks.filter(({ width }) => width !== 'narrow'),
  notice: looks,
  section: looks.filter(({ scheme }) => scheme === undefined),
  diary: looks.filter(({ name }) => ['light', 'forced-colors', 'still'].includes(name)),
};

/**
 * Looks at a state in all ways, keeps a picture of each, and goes through it by the keyboard. Gives what is not as it should be,
 * a line each.
 */
export async function lookAround(seen: Seen, picture: Picture): Promise<string[]> {
  const { page, place, isActed = false, isBrief = false, isOver = false } = seen;
  const surface = seen.surface ?? page;
  const found: string[] = [];
  if (place !== 'diary') {
    if (isActed && (await surface.evaluate(() => document.hasFocus() && document.activeElement === document.body)))
      found.push('the focus is lost');
    found.push(...(await lateRegions(surface)));
  }
  for (const look of isBrief ? looks.slice(0, 1) : looksOf[place])
    found.push(...(await lookOnce(seen, look, picture)).map((problem) => `${look.name}: ${problem}`));
  await show(seen, { name: 'usual' });
  if (!(isBrief || isOver || place === 'diary'))
    found.push(...(await walk(surface)).map((problem) => `keyboard: ${problem}`));
  return found.map((problem) => `${seen.name}, ${problem}`);
}

async function lookOnce(seen: Seen, look: Look, picture: Picture): Promise<string[]> {
  const surface = seen.surface ?? seen.page;
  await show(seen, look);
  if (!look.isStill) await keep(seen, look, picture);
  const shown = { isForced: look.isForced ?? false, isLarge: look.text !== undefined, isStill: look.isStill ?? false };
  const isDiary = seen.place === 'diary';
  const found = await surface.evaluate(faultsIn, { ...shown, hosts: isDiary ? ours : '' });
  if (look.isStill) return found;
  const violations = await surface.axe();
  const isSystemsOwn = look.isForced
    ? await surface.evaluate(
        inChosenColours,
        violations.flatMap(({ nodes }) => nodes),
      )
    : [];
  return [
    ...found,
    ...violations
      .filter((one) => !isDiary || isOurs(one))
      .filter(({ rule }) => !(seen.isOver && rule === 'target-size'))
      .filter(({ rule, nodes }) => !(rule === 'color-contrast' && nodes.every((node) => isSystemsOwn.includes(node))))
      .map(tell),
  ];
}

/** Which of them are in the two colours in which the person's system shows what is chosen: how well these can be told is not ours. */
function inChosenColours(selectors: string[]): string[] {
  const sample = document.createElement('p');
  sample.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
  document.body.append(sample);
  const coloursOf = (one: Element) => {
    const { backgroundColor, color } = getComputedStyle(one);
    return `${color} on ${backgroundColor}`;
  };
  const wanted = coloursOf(sample);
  sample.remove();
  return selectors.filter((selector) => {
    const one = document.querySelector(selector);
    return one !== null && coloursOf(one) === wanted;
  });
}

/** A page of the extension in its whole height. */
async function keep({ page, place, name }: Seen, look: Look, picture: Picture): Promise<void> {
  const width = widths[place][look.width ?? 'usual'];
  const isWhole = place === 'page' || place === 'popup';
  const height = isWhole ? await page.evaluate(() => document.documentElement.scrollHeight) : 900;
  if (isWhole) await page.setViewport({ width, height: Math.min(height, 3000) });
  await picture(page, `access/${name}-${look.name}`);
  if (isWhole) await page.setViewport({ width, height: 900 });
}

async function show({ page, place, surface }: Seen, look: Look): Promise<void> {
  const target = surface ?? page;
  const width = widths[place][look.width ?? 'usual'];
  if (place === 'section' && surface) {
    // The diary's own page is never narrower than 1040; others may be.
    await page.evaluate(() => {
      document.body.style.minWidth = '0';
    });
    await resize(page, surface, width);
  } else await page.setViewport({ width, height: 900 });
  await page.setColorScheme(look.scheme ?? 'light');
  await page.setForcedColors(look.isForced ?? false);
  await page.setReducedMotion(look.isStill ?? false);
  const usual = place === 'section' ? 87.5 : 100;
  await target.evaluate(
    (size) => {
      document.documentElement.style.fontSize = size;
      return new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60)));
    },
    look.text === undefined ? '' : `${usual * look.text}%`,
  );
  if (place !== 'diary') await watchRegions(target);
}

function isOurs({ nodes }: Violation): boolean {
  return nodes.some((node) => node.includes('sferum-'));
}

function tell({ rule, nodes }: Violation): string {
  return `axe, ${rule}: ${nodes.join('; ')}`;
}
