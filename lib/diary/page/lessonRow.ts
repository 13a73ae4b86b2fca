import { compact } from '@/lib/diary/text';
import type { WallMinutes } from '@/lib/diary/types';
import type { ShownDate } from './dayHeads';
import { readTime, readTimeWithin, type ShownTime } from './lessonTimes';
import type { CellKind, Markup } from './markup';
import { isOurs } from './ownElements';

/** One text of a row and the element that shows it. */
export interface ShownCell {
  element: Element;
  text: string;
  kind: CellKind;
}

/** A lesson as the page shows it. Times are wall-clock, in minutes. */
export interface ShownRow {
  /** The row itself. */
  element: Element;
  /** The cell with the lesson's name, as far as can be told without the answer: where a button goes. */
  cell: Element;
  /** What the head of its day says; `null` where there is none or it is not certain which. */
  date: ShownDate | null;
  begin: WallMinutes | null;
  end: WallMinutes | null;
  /** Everything the row shows but the time, without what this extension put there. */
  cells: ShownCell[];
  /** The vendor's plugin has put its own «Подключиться» there. */
  vendorButton: boolean;
}

/** What stands in an element besides text. */
export interface Signs {
  vendorButton: boolean;
}

const skipped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

/** Whether an element shows nothing. */
export function isSkipped(element: Element): boolean {
  return skipped.has(element.tagName);
}

/** A row that is no `tr`: its texts are its cells. `null` where they name no lesson. */
export function makeBlockRow(block: Element, signs: Signs): ShownRow | null {
  let element = block;
  while (element.childElementCount === 1 && element.firstElementChild && !hasOwnText(element)) {
    element = element.firstElementChild;
  }
  const cells: ShownCell[] = [];
  collectTexts(element, cells);
  return makeRow(element, cells, signs);
}

function collectTexts(element: Element, cells: ShownCell[]): void {
  const { text, own } = shownText(element);
  if (!text.trim()) return;
  const plain = own.trim() !== '' && !/\d[:.]\d\d/.test(text);
  if (plain || readTime(text, true)) {
    cells.push({ element, text, kind: 'unknown' });
    return;
  }
  if (own.trim()) cells.push({ element, text: own, kind: 'unknown' });
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (!isOurs(child) && !isSkipped(child)) collectTexts(child, cells);
  }
}

/**
 * The text of an element without ours; `own` is what stands in the element itself, not in an element inside it.
 *
 * @param onElement is told of every element inside and its text
 * @param isLeftOut tells elements that are left out
 */
export function shownText(
  element: Element,
  onElement?: (element: Element, text: string) => void,
  isLeftOut?: (element: Element) => boolean,
): { text: string; own: string } {
  let text = '';
  let own = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      text += node.nodeValue;
      own += node.nodeValue;
    } else if (node.nodeType === 1 && !isSkipped(node as Element)) {
      if (isOurs(node as Element) || isLeftOut?.(node as Element)) continue;
      const inside = shownText(node as Element, onElement, isLeftOut).text;
      onElement?.(node as Element, inside);
      text += ` ${inside} `;
      own += ' ';
    }
  }
  return { text, own };
}

/** Makes a row of its cells, of a day not known yet; `null` where they name no lesson. */
export function makeRow(element: Element, cells: ShownCell[], signs: Signs): ShownRow | null {
  const timed = findTime(cells);
  const rest = cells.filter((cell) => cell !== timed?.cell && (cell.text.trim() !== '' || isField(cell.kind)));
  const name =
    rest.find((cell) => cell.kind === 'discipline' && hasLetters(cell.text)) ??
    rest.find((cell) => cell.kind === 'unknown' && hasLetters(cell.text) && !/^\s*(каб|ауд|учител)/i.test(cell.text));
  if (!name) return null;
  return {
    element,
    cell: name.element,
    date: null,
    begin: timed?.time.begin ?? null,
    end: timed?.time.end ?? null,
    cells: rest,
    vendorButton: signs.vendorButton,
  };
}

/** What a teacher writes may hold a link that is named «Подключиться»: it is not the vendor's button. */
export function isWritten(kind: CellKind | undefined): boolean {
  return kind === 'homework' || kind === 'theme' || kind === 'comment' || kind === 'remarks';
}

/** A field that is shown empty says that the lesson has none. */
function isField(kind: CellKind): boolean {
  return kind !== 'unknown' && kind !== 'ignored' && kind !== 'time';
}

/** The row's time, and the cell that shows it where that one shows nothing else. */
function findTime(cells: ShownCell[]): { time: ShownTime; cell: ShownCell | null } | null {
  for (const cell of cells) {
    const time = cell.kind === 'time' ? (readTime(cell.text, true) ?? readTimeWithin(cell.text)) : null;
    if (time) return { time, cell };
  }
  // A homework may speak of other times.
  const possible = cells.filter(({ kind }) => kind === 'unknown' || kind === 'time' || kind === 'discipline');
  for (const cell of possible) {
    const time = readTime(cell.text, true);
    if (time) return { time, cell };
  }
  for (const cell of possible) {
    const time = readTime(cell.text, false);
    if (time) return { time, cell: null };
  }
  return null;
}

function hasOwnText(element: Element): boolean {
  return shownText(element).own.trim() !== '';
}

export function hasLetters(text: string): boolean {
  return /[a-zа-яё]{2}/i.test(text);
}

export function isVendorButton(element: Element, text: string, { vendorJoin }: Markup): boolean {
  if (element.tagName === 'INPUT') return compact(element.getAttribute('value') ?? '') === vendorJoin;
  if (element.tagName !== 'BUTTON' && element.tagName !== 'A') return false;
  return text.length < 40 && compact(text) === vendorJoin;
}
