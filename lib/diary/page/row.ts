import { compact } from '@/lib/diary/text';
import type { WallMinutes } from '@/lib/diary/types';
import type { CellKind } from './columns';
import type { ShownDate } from './heads';
import { isOurs } from './ours';
import { readTime, type ShownTime } from './times';

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
  /** Something of this extension stands in the row already. */
  marked: boolean;
}

/** What stands in an element besides text. */
export interface Signs {
  vendorButton: boolean;
  marked: boolean;
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
 * @param signs is told of our elements and the vendor's buttons on the way
 * @param except an element that is left out
 */
export function shownText(element: Element, signs?: Signs, except?: Element): { text: string; own: string } {
  let text = '';
  let own = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      text += node.nodeValue;
      own += node.nodeValue;
    } else if (node.nodeType === 1 && node !== except && !isSkipped(node as Element)) {
      if (isOurs(node as Element)) {
        if (signs) signs.marked = true;
        continue;
      }
      const inside = shownText(node as Element, signs).text;
      if (signs && isVendorButton(node as Element, inside)) signs.vendorButton = true;
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
    marked: signs.marked,
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
    const time = cell.kind === 'time' ? readTime(cell.text, true) : null;
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

export function isVendorButton(element: Element, text: string): boolean {
  if (element.tagName === 'INPUT') return compact(element.getAttribute('value') ?? '') === 'подключиться';
  if (element.tagName !== 'BUTTON' && element.tagName !== 'A') return false;
  return text.length < 40 && compact(text) === 'подключиться';
}
