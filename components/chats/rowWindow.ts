/** Rows kept ready above and below those that are seen: scrolling by a wheel's turn shows no gap. */
export const spareRows = 8;

/** Rows of a list that are worth drawing: `end` is not one of them. */
export interface RowWindow {
  start: number;
  end: number;
}

/**
 * Which rows of a long list are seen.
 *
 * @param top where the list begins, from the top of what is seen, pixels; negative once it is scrolled
 * @param height of what is seen, pixels
 * @param rowHeight pixels
 * @param spare so many more above and below
 */
export function rowWindow(top: number, height: number, rowHeight: number, count: number, spare = spareRows): RowWindow {
  if (count === 0 || rowHeight <= 0) return { start: 0, end: 0 };
  const first = Math.floor(-top / rowHeight) - spare;
  const last = Math.ceil((height - top) / rowHeight) + spare;
  const start = Math.min(Math.max(0, first), count - 1);
  return { start, end: Math.min(Math.max(start + 1, last), count) };
}

/** Whether rows that are drawn hold all that are wanted, and none that a list of so many does not have. */
export function holdsRows(drawn: RowWindow, wanted: RowWindow, count: number): boolean {
  return drawn.start <= wanted.start && wanted.end <= drawn.end && drawn.end <= count;
}

/** The row that a key leads to in a list; `null` for keys that move nothing. */
export function rowOfKey(key: string, row: number, count: number, page: number): number | null {
  const targets: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined || count === 0 ? null : Math.min(Math.max(0, target), count - 1);
}
