import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browserNames, provideBuild, runTool, top } from '../run/builds.ts';
import { type Weight, weigh, weighZip } from '../run/checks/sizes.ts';
import { spreadOf } from './statistics.ts';
import { aligned, type Line } from './table.ts';

/** A built file and what is in it, by package and by room, kilobytes before they are made small. */
export interface BuiltFile {
  file: string;
  kilobytes: number;
  gzip: number;
  contents: Record<string, number>;
}

const folder = join(top, '.output/bench');

/** What people download, against its budgets. */
export async function measureSizes(): Promise<Line[]> {
  await Promise.all(browserNames.map((browser) => provideBuild('with VK ID', browser)));
  const archives = join(folder, 'archives');
  rmSync(archives, { recursive: true, force: true });
  for (const browser of ['chrome', 'firefox'])
    await runTool('wxt', ['zip', '-b', browser], { WXT_OUTPUT_DIRECTORY: archives });
  const zips = globSync('*-{chrome,firefox}.zip', { cwd: archives }).map((name) => weighZip(join(archives, name)));
  return [...browserNames.flatMap(weigh), ...zips].map(lineOf);
}

function lineOf({ name, bytes, budget }: Weight): Line {
  const note = name.endsWith('.zip') ? undefined : 'gzip';
  return { name, unit: 'kB', measured: spreadOf([bytes / 1000]), budget: budget / 1000, ...(note && { note }) };
}

/** Each script of the build with what is in it: the builder's own account of its modules. */
export async function describeFiles(): Promise<BuiltFile[]> {
  const report = join(folder, 'modules.jsonl');
  const build = join(folder, 'build');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await runTool('wxt', ['build'], { WXT_OUTPUT_DIRECTORY: build, WXT_MODULES_REPORT: report });
  const chunks = readFileSync(report, 'utf8').trim().split('\n');
  const reported = new Map(chunks.map((line) => JSON.parse(line) as Chunk).map((chunk) => [chunk.file, chunk.modules]));
  return globSync('**/*.js', { cwd: join(build, 'chrome-mv3') })
    .map((file) => {
      const code = readFileSync(join(build, 'chrome-mv3', file));
      const contents = contentsOf(reported.get(file) ?? []);
      return { file, kilobytes: code.length / 1000, gzip: gzipSync(code, { level: 9 }).length / 1000, contents };
    })
    .sort((one, other) => other.gzip - one.gzip);
}

/** The built files with the greatest parts of each. */
export function tableOfFiles(files: readonly BuiltFile[]): string {
  const rows = files.map(({ file, kilobytes, gzip, contents }) => [
    file,
    `${kilobytes.toFixed(1)} kB`,
    `${gzip.toFixed(1)} kB gzip`,
    Object.entries(contents)
      .slice(0, 5)
      .map(([place, size]) => `${place} ${size.toFixed(1)}`)
      .join(', '),
  ]);
  return aligned([['built file', 'size', '', 'most of it, kB before it is made small'], ...rows]);
}

interface Chunk {
  file: string;
  modules: [id: string, length: number][];
}

function contentsOf(modules: Chunk['modules']): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [id, length] of modules) {
    const place = placeOf(id);
    sums.set(place, (sums.get(place) ?? 0) + length / 1000);
  }
  const largest = [...sums].filter(([, sum]) => sum > 0).sort((one, other) => other[1] - one[1]);
  return Object.fromEntries(largest.map(([place, sum]) => [place, Number(sum.toFixed(2))]));
}

/** The package of a module, or its room. */
function placeOf(id: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id);
  if (inPackage?.[1]) return inPackage[1];
  const path = id.startsWith(top) ? id.slice(top.length).replace(/^\//, '') : 'builder';
  return path.replace(/\/[^/]*$/, '').replace(/^\0.*/, 'builder');
}
