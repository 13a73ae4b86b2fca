import type { Spread } from './statistics.ts';

/** One line of the bench. */
export interface Line {
  name: string;
  unit: 'ms' | 'requests' | 'times';
  measured: Spread;
  /** From the budgets; `null` where there is none. */
  budget: number | null;
  /** Against the page without the extension, or what else is worth saying. */
  note?: string;
}

/** The lines as a table. A budget is compared by eye: a machine that is busy breaks none. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ name, unit, measured, budget, note = '' }) => [
    name,
    `${number(measured.median)} ${unit}`,
    `${number(measured.minimum)}…${number(measured.maximum)}`,
    budget === null ? '' : String(budget),
    note,
  ]);
  const all = [['', 'median', 'spread', 'budget', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function number(value: number): string {
  return value.toFixed(Math.abs(value) < 10 && !Number.isInteger(value) ? 2 : 0);
}
