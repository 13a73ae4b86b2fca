import { type Spread, spreadOf } from './statistics.ts';

/** One line of the bench. */
export interface Line {
  name: string;
  unit: 'ms' | 'requests' | 'times' | 'MB' | 'kB' | 'calls';
  measured: Spread;
  /** From the budgets; `null` where there is none. */
  budget: number | null;
  /** Against the page without the extension, or what else is worth saying. */
  note?: string;
}

/** How much longer so many times the work takes, of what would be linear: 1 is linear, less is better. */
export function growth(
  name: string,
  few: readonly number[],
  many: readonly number[],
  times: number,
  budget: number | null = null,
): Line {
  const [one, other] = [spreadOf(few), spreadOf(many)];
  const measured = {
    median: other.median / one.median / times,
    minimum: other.minimum / one.maximum / times,
    maximum: other.maximum / one.minimum / times,
  };
  const note = `${one.median.toFixed(2)} to ${other.median.toFixed(2)} ms; 1 is linear`;
  return { name: `growth: ${name}`, unit: 'times', measured, budget, note };
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
  return aligned([['', 'median', 'spread', 'budget', ''], ...rows]);
}

/** Rows of cells, each column as wide as its widest. */
export function aligned(all: readonly string[][]): string {
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
