import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserName, buildFolder } from '../builds.ts';
import type { Check } from './check.ts';

/** What people download must stay small. Bytes, gzip but for the zip. */
const limits = { contentScript: 15_000, linksScript: 8_000, section: 50_000, popup: 35_000, zip: 250_000 };

/** The budgets for what is in every diary page, on an allowed site, in the section and in the popup. */
export function checkSizes(browser: BrowserName): Check[] {
  const folder = buildFolder('with VK ID', browser);
  return [
    within(`${browser}: eschool.content`, sizeOf(contentFiles(folder, 'eschool.')), limits.contentScript),
    within(`${browser}: links.content`, sizeOf(contentFiles(folder, 'links.')), limits.linksScript),
    within(`${browser}: section`, sizeOf(filesOfPage(folder, 'section.html')), limits.section),
    within(`${browser}: popup`, sizeOf(filesOfPage(folder, 'popup.html')), limits.popup),
  ];
}

function contentFiles(folder: string, beginning: string): string[] {
  const scripts = join(folder, 'content-scripts');
  const names = existsSync(scripts) ? readdirSync(scripts).filter((name) => name.startsWith(beginning)) : [];
  return names.map((name) => join(scripts, name));
}

/** The budget for an archive. */
export function checkZip(path: string): Check {
  return within(path.replace(/.*\//, ''), statSync(path).size, limits.zip);
}

function within(name: string, bytes: number, budget: number): Check {
  const words = `${name}: ${(bytes / 1000).toFixed(1)} of ${budget / 1000} kB`;
  if (bytes === 0) return { name: words, problem: 'nothing was found to weigh' };
  return bytes <= budget ? { name: words } : { name: words, problem: 'too large' };
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
