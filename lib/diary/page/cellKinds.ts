import { compact } from '@/lib/diary/text';
import type { CellKind, LessonMarkup } from './markup';
import type { ShownElement } from './shownElement';

/** So many cells may another program have put into a row. */
const mostAdded = 3;

/**
 * What the cells of a row show: by their own classes, else by the heads of their columns.
 *
 * @param columns what the heads say; a row with more cells than heads has some that another program put there: where the
 *   classes do not tell which, the last ones
 */
export function kindsOfCells(
  cells: readonly ShownElement[],
  columns: readonly CellKind[],
  markup: LessonMarkup,
): CellKind[] {
  const own = cells.map((cell) => kindOfCell(cell, markup));
  const added = own.length - columns.length;
  if (columns.length === 0 || added < 0 || added > mostAdded) return own.map((kind) => kind ?? 'unknown');
  if (added === 0) return own.map((kind, at) => kind ?? columns[at] ?? 'unknown');
  const fits = (start: number) =>
    own.every((kind, at) => {
      const column = at < start ? columns[at] : at < start + added ? 'ignored' : columns[at - added];
      return kind === null || kind === column;
    });
  let start = columns.length;
  while (start > 0 && !fits(start)) start -= 1;
  return own.map((kind, at) => {
    if (at >= start && at < start + added) return 'ignored';
    return kind ?? columns[at < start ? at : at - added] ?? 'unknown';
  });
}

/** What a column shows, by the text of its head. */
export function kindOfColumn(head: string, { columnHeads }: LessonMarkup): CellKind {
  // No head is as long as a homework.
  if (head.length > 60) return 'unknown';
  const text = compact(head);
  return columnHeads.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** What a cell shows, by its own class. */
function kindOfCell(cell: ShownElement, { cellClasses }: LessonMarkup): CellKind | null {
  const names = cell.className;
  if (!names) return null;
  const single = own(cellClasses, names);
  if (single || !names.includes(' ')) return single ?? null;
  for (const name of names.split(' ')) {
    const kind = own(cellClasses, name);
    if (kind) return kind;
  }
  return null;
}

function own(classes: LessonMarkup['cellClasses'], name: string): CellKind | null {
  return Object.hasOwn(classes, name) ? (classes[name] ?? null) : null;
}
