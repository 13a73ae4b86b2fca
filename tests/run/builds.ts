import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const top = fileURLToPath(new URL('../..', import.meta.url));

export type BrowserName = 'chromium' | 'firefox';

/** Whether an application of VK ID is built in; without one that step of linking is left out. */
export type Variant = 'with VK ID' | 'without VK ID';

/** The application number that the tests' builds and the stand agree on. */
export const appId = '51000001';

const folderOf: Record<Variant, string> = { 'with VK ID': 'with-vkid', 'without VK ID': 'without-vkid' };
const targetOf: Record<BrowserName, string> = { chromium: 'chrome', firefox: 'firefox' };
const sources = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'wxt.config.ts',
  '.env',
  'tsconfig.json',
  'package-lock.json',
];

const builds = join(top, '.output/e2e/builds');

export const variants = Object.keys(folderOf) as Variant[];
export const browserNames = Object.keys(targetOf) as BrowserName[];

/**
 * The folder of a build for the tests: the production build, unpacked. It is named after the state of the sources, so that
 * a browser that is open keeps a whole extension while another state is built.
 */
export function buildFolder(variant: Variant, browser: BrowserName): string {
  return join(builds, `${folderOf[variant]}-${stateOfSources()}`, `${targetOf[browser]}-mv3`);
}

const under = new Map<string, Promise<string>>();

/**
 * Builds what was not yet built from the sources as they are.
 *
 * @returns the folder of the build
 * @throws {Error} with the builder's words when a build fails
 */
export function provideBuild(variant: Variant, browser: BrowserName): Promise<string> {
  const folder = buildFolder(variant, browser);
  const started = under.get(folder) ?? build(variant, browser, folder);
  under.set(folder, started);
  return started;
}

async function build(variant: Variant, browser: BrowserName, folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  const workshop = join(builds, `workshop-${folderOf[variant]}-${browser}-${process.pid}`);
  try {
    await runTool('wxt', ['build', '-b', targetOf[browser]], {
      WXT_OUTPUT_DIRECTORY: workshop,
      WXT_VKID_APP_ID: variant === 'with VK ID' ? appId : '',
    });
    mkdirSync(dirname(folder), { recursive: true });
    // Another process may have been quicker: its build is the same.
    if (!existsSync(folder)) renameSync(join(workshop, basename(folder)), folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return folder;
}

/** Takes away the builds of other states, but for those of the last hour: a run may be at work with them. */
export function forgetOldBuilds(): void {
  if (!existsSync(builds)) return;
  for (const { name } of readdirSync(builds, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const folder = join(builds, name);
    const isOld = Date.now() - statSync(folder).mtimeMs > 60 * 60_000;
    if (isOld && !name.endsWith(stateOfSources())) rmSync(folder, { recursive: true, force: true });
  }
}

let state: string | undefined;

/** Sixteen digits that are others as soon as a source is. */
function stateOfSources(): string {
  state ??= hashOfSources().slice(0, 16);
  return state;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(top, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path];
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Runs a program of `node_modules/.bin` and gives back what it printed.
 *
 * @throws {Error} with all it printed when it ends with another code than 0
 */
export function runTool(name: string, parameters: string[], environment: Record<string, string> = {}): Promise<string> {
  const program = spawn(join(top, 'node_modules/.bin', name), parameters, {
    cwd: top,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  program.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  program.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    program.on('error', reject);
    program.on('close', (code) => {
      const text = Buffer.concat(output).toString();
      if (code === 0) resolve(text);
      else reject(new Error(`${name} ${parameters.join(' ')} ended with ${code}:\n${text}`));
    });
  });
}
