import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Violation } from '../types.ts';

/** axe's own source, to be run in a page before `runAxe`. */
export const axeSource: string = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  violations: { id: string; impact?: string | null; help: string; nodes: { target: unknown[] }[] }[];
}

/** Runs in the page. Frames are left out: each is asked as a surface of its own. */
export async function runAxe(): Promise<Violation[]> {
  const { axe } = globalThis as unknown as { axe: { run(context: Node, options: object): Promise<AxeResults> } };
  const results = await axe.run(document, {
    iframes: false,
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return results.violations.map((violation) => ({
    rule: violation.id,
    impact: violation.impact ?? 'unknown',
    help: violation.help,
    nodes: violation.nodes.map((node) => node.target.flat().join(' ')),
  }));
}
