import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserName, buildFolder } from '../builds.ts';
import type { Check } from './check.ts';

/** What people download must stay small. Bytes, gzip but for the zip. */
const limits = { contentScript: 15_000, linksScript: 8_000, section: 50_000, popup: 35_000, zip: 250_000 };

/** Something that has a budget; bytes. */
export interface Weight {
  name: string;
  bytes: number;
  budget: number;
}

/** What is in every diary page, on an allowed site, in the section and in the popup. */
export function weigh(browser: BrowserName): Weight[] {
  const folder = buildFolder('with VK ID', browser);
  return [
    { name: 'eschool.content', bytes: sizeOf(contentFiles(folder, 'eschool.')), budget: limits.contentScript },
    { name: 'links.content', bytes: sizeOf(contentFiles(folder, 'links.')), budget: limits.linksScript },
    { name: 'section', bytes: sizeOf(filesOfPage(folder, 'section.html')), budget: limits.section },
    { name: 'popup', bytes: sizeOf(filesOfPage(folder, 'popup.html')), budget: limits.popup },
  ].map((weight) => ({ ...weight, name: `${browser}: ${weight.name}` }));
}

export function checkSizes(browser: BrowserName): Check[] {
  return weigh(browser).map(within);
}

function contentFiles(folder: string, beginning: string): string[] {
  const scripts = join(folder, 'content-scripts');
  const names = existsSync(scripts) ? readdirSync(scripts).filter((name) => name.startsWith(beginning)) : [];
  return names.map((name) => join(scripts, name));
}

/** An archive for a store. */
export function weighZip(path: string): Weight {
  return { name: path.replace(/.*\//, ''), bytes: statSync(path).size, budget: limits.zip };
}

export function checkZip(path: string): Check {
  return within(weighZip(path));
}

function within({ name, bytes, budget }: Weight): Check {
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
