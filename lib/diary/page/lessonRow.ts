import { compact } from '@/lib/diary/text';
import type { WallMinutes } from '@/lib/diary/types';
import type { ShownDate } from './dayHeads';
import { readTime, readTimeWithin, type ShownTime } from './lessonTimes';
import type { CellKind, LessonMarkup } from './markup';
import { type ShownElement, shownText } from './shownElement';

/** One text of a row and the element that shows it. */
export interface ShownCell {
  element: ShownElement;
  text: string;
  kind: CellKind;
}

/** A lesson as the page shows it. Times are wall-clock, in minutes. */
export interface ShownRow {
  /** The row itself. */
  element: ShownElement;
  /** The cell with the lesson's name, as far as can be told without the answer: where a button goes. */
  cell: ShownElement;
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

/** A row that is no `tr`: its texts are its cells. `null` where they name no lesson. */
export function makeBlockRow(block: ShownElement, signs: Signs, markup: LessonMarkup): ShownRow | null {
  let element = block;
  for (let [only] = element.children; only && element.children.length === 1; [only] = element.children) {
    if (hasOwnText(element)) break;
    element = only;
  }
  const cells: ShownCell[] = [];
  collectTexts(element, cells);
  return makeRow(element, cells, signs, markup);
}

function collectTexts(element: ShownElement, cells: ShownCell[]): void {
  const { text, own } = shownText(element);
  if (!text.trim()) return;
  const plain = own.trim() !== '' && !/\d[:.]\d\d/.test(text);
  if (plain || readTime(text, true)) {
    cells.push({ element, text, kind: 'unknown' });
    return;
  }
  if (own.trim()) cells.push({ element, text: own, kind: 'unknown' });
  for (const child of element.children) collectTexts(child, cells);
}

/** Makes a row of its cells, of a day not known yet; `null` where they name no lesson. */
export function makeRow(
  element: ShownElement,
  cells: ShownCell[],
  signs: Signs,
  { noNames }: LessonMarkup,
): ShownRow | null {
  const timed = findTime(cells);
  const rest = cells.filter((cell) => cell !== timed?.cell && (cell.text.trim() !== '' || isField(cell.kind)));
  const name =
    rest.find((cell) => cell.kind === 'discipline' && hasLetters(cell.text)) ??
    rest.find((cell) => cell.kind === 'unknown' && hasLetters(cell.text) && !noNames.test(compact(cell.text)));
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

function hasOwnText(element: ShownElement): boolean {
  return shownText(element).own.trim() !== '';
}

export function hasLetters(text: string): boolean {
  return /[a-zа-яё]{2}/i.test(text);
}

/** Of whatever element it is made. */
export function isVendorButton(element: ShownElement, text: string, { vendorJoin }: LessonMarkup): boolean {
  return (element.tagName === 'INPUT' ? element.value : text).trim().toLowerCase() === vendorJoin;
}
