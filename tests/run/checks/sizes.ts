import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserName, buildFolder } from '../builds.ts';
import type { Check } from './check.ts';

/** What people download must stay small; bytes, gzip but for the zip. */
const limits = { contentScript: 20_000, section: 60_000, zip: 250_000 };

/** The budgets for what is in every diary page and for the section. */
export function checkSizes(browser: BrowserName): Check[] {
  const folder = buildFolder('with VK ID', browser);
  const scripts = join(folder, 'content-scripts');
  const always = existsSync(scripts) ? readdirSync(scripts).filter((name) => name.startsWith('eschool.')) : [];
  return [
    within(`${browser}: eschool.content`, sizeOf(always.map((name) => join(scripts, name))), limits.contentScript),
    within(`${browser}: section`, sizeOf(filesOfPage(folder, 'section.html')), limits.section),
  ];
}

/** The budget for an archive. */
export function checkZip(path: string): Check {
  return within(path.replace(/.*\//, ''), statSync(path).size, limits.zip);
}

function within(name: string, bytes: number, limit: number): Check {
  const words = `${name}: ${(bytes / 1000).toFixed(1)} of ${limit / 1000} kB`;
  if (bytes === 0) return { name: words, problem: 'nothing was found to weigh' };
  return bytes <= limit ? { name: words } : { name: words, problem: 'too large' };
}

function sizeOf(files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

/** A page with all scripts and styles that it loads, at any depth. */
function filesOfPage(folder: string, page: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path) || !existsSync(path)) return;
    found.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, address] of text.matchAll(/["'`(](\.{0,2}\/[\w./-]+\.(?:js|css))["'`)]/g)) {
      if (address === undefined) continue;
      visit(normalize(address.startsWith('/') ? join(folder, address) : join(dirname(path), address)));
    }
  };
  visit(join(folder, page));
  return [...found];
}
