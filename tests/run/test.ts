import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provideBrowsers } from './browsers.ts';
import { browserNames, provideBuild, runTool, top, variants } from './builds.ts';
import { checkBuilt } from './checks/built.ts';
import type { Check } from './checks/check.ts';
import { lintExtension } from './checks/extensionLint.ts';
import { checkHouse } from './checks/house.ts';
import { checkManifest } from './checks/manifest.ts';
import { checkPromises } from './checks/promises.ts';
import { checkRebuild } from './checks/rebuild.ts';
import { checkSizes, checkZip } from './checks/sizes.ts';
import { checkSources } from './checks/sources.ts';
import { checkStore } from './checks/store.ts';

/**
 * `npm test`: everything there is to check. A stage that fails does not keep the others from running; the last line is
 * the sum. `--full` adds the long tables.
 */
interface Count {
  passed: number;
  failed: number;
}

interface Stage {
  name: string;
  run(): Promise<Count>;
}

const reports = join(top, '.output/reports');

/** One row after the other; what stands in one row runs at the same time. */
const rows: Stage[][] = [
  [{ name: 'browsers', run: () => checked(async () => [{ name: 'browsers', ...asProblem(provideBrowsers()) }]) }],
  [
    { name: 'lint', run: () => tool('biome', ['check', '--error-on-warnings', '--colors=off', '.']) },
    { name: 'types', run: types },
    { name: 'source rules', run: () => checked(async () => [...checkSources(), ...checkHouse(), ...checkPromises()]) },
  ],
  [
    { name: 'builds', run: builds },
    // It reads how WXT resolves paths, which the types' stage writes down.
    {
      name: 'nothing unused',
      run: () => tool('knip', ['--production', '--no-progress', '--include', 'files,exports,types']),
    },
  ],
  [
    { name: 'unit', run: unit },
    {
      name: 'manifests and built files',
      run: () =>
        checked(async () =>
          variants.flatMap((variant) =>
            browserNames.flatMap((browser) => [...checkManifest(browser, variant), ...checkBuilt(browser, variant)]),
          ),
        ),
    },
    { name: 'extension lint', run: () => checked(lintExtension) },
    { name: 'listing', run: () => checked(async () => checkStore()) },
    { name: 'sizes', run: sizes },
  ],
  [{ name: 'end to end', run: endToEnd }],
];

if (process.argv.includes('--full')) {
  process.env.FULL = '1';
  rows.push([{ name: 'soak', run: () => tool('node', ['tests/bench/soak/soak.ts', '--short']) }]);
}
const beginning = performance.now();
const counts: Count[] = [];
for (const row of rows) counts.push(...(await Promise.all(row.map(runStage))));
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed, ${((performance.now() - beginning) / 60_000).toFixed(1)} minutes`);

async function runStage({ name, run }: Stage): Promise<Count> {
  const start = performance.now();
  const count = await run().catch((error: unknown): Count => {
    console.log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const word = count.failed === 0 ? 'ok' : 'FAILED';
  console.log(`${word}: ${name}, ${count.passed} of ${count.passed + count.failed}, ${seconds} s\n`);
  return count;
}

function asProblem(problem: string | undefined): { problem?: string } {
  return problem === undefined ? {} : { problem };
}

/** Runs checks and prints each. */
async function checked(run: () => Promise<Check[]>): Promise<Count> {
  const checks = await run();
  for (const { name, problem } of checks) console.log(problem === undefined ? `  ${name}` : `  ✗ ${name}: ${problem}`);
  const failed = checks.filter(({ problem }) => problem !== undefined).length;
  return { passed: checks.length - failed, failed };
}

/** A tool that says nothing when all is well. */
async function tool(name: string, parameters: string[]): Promise<Count> {
  await runTool(name, parameters);
  return { passed: 1, failed: 0 };
}

async function types(): Promise<Count> {
  await runTool('wxt', ['prepare']);
  return tool('tsc', ['--noEmit']);
}

/** All at once: they share the cores. */
async function builds(): Promise<Count> {
  const folders = variants.flatMap((variant) => browserNames.map((browser) => provideBuild(variant, browser)));
  return { passed: (await Promise.all(folders)).length, failed: 0 };
}

/** The parts in their budgets, and the archives for the stores, made by the very commands. */
async function sizes(): Promise<Count> {
  const folder = join(top, '.output/archives');
  rmSync(folder, { recursive: true, force: true });
  for (const browser of ['chrome', 'firefox'])
    await runTool('wxt', ['zip', '-b', browser], { WXT_OUTPUT_DIRECTORY: folder });
  const archives = globSync('*-{chrome,firefox}.zip', { cwd: folder });
  const [sources = ''] = globSync('*-sources.zip', { cwd: folder });
  return checked(async () => [
    ...browserNames.flatMap(checkSizes),
    ...archives.map((name) => checkZip(join(folder, name))),
    { name: 'archives', ...asProblem(archives.length === 2 ? undefined : `there are ${archives.length}, not 2`) },
    ...(process.env.FULL ? await checkRebuild(folder, { extensions: archives, sources }) : []),
  ]);
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
}

async function unit(): Promise<Count> {
  const report = await reporting<VitestReport>('unit.json', (path) =>
    shown('vitest', [
      'run',
      '--silent=passed-only',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${path}`,
    ]),
  );
  if (report === undefined) return { passed: 0, failed: 1 };
  // A file that could not even be loaded has no tests to count.
  const failed = report.numFailedTests || (report.success ? 0 : 1);
  return { passed: report.numPassedTests, failed };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

async function endToEnd(): Promise<Count> {
  const report = await reporting<PlaywrightReport>('end-to-end.json', (path) =>
    shown('playwright', ['test', '-c', 'tests/e2e', '--reporter=dot,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: path }),
  );
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  // Playwright's own list above names them.
  if (flaky > 0) console.log(`${flaky} passed at the second try`);
  return { passed: expected + flaky, failed: unexpected || (report.errors.length > 0 ? 1 : 0) };
}

/** Runs what writes a report and reads it; nothing when none was written. */
async function reporting<Report>(name: string, run: (path: string) => Promise<void>): Promise<Report | undefined> {
  const path = join(reports, name);
  rmSync(path, { force: true });
  await run(path);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined;
}

/** Runs a tool in the open; how it ended is in its report. */
function shown(name: string, parameters: string[], environment: Record<string, string> = {}): Promise<void> {
  const program = spawn(join(top, 'node_modules/.bin', name), parameters, {
    cwd: top,
    env: { ...withoutColours(), ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    program.on('error', reject);
    program.on('close', () => resolve());
  });
}

/** The output is read in logs. */
function withoutColours(): NodeJS.ProcessEnv {
  const { NO_COLOR: _, ...environment } = process.env;
  return { ...environment, FORCE_COLOR: '0' };
}
