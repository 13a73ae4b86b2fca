import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
const sources = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'tsconfig.json', 'package-lock.json'];

export const variants = Object.keys(folderOf) as Variant[];
export const browserNames = Object.keys(targetOf) as BrowserName[];

/** The folder of a build for the tests: the production build, unpacked. */
export function buildFolder(variant: Variant, browser: BrowserName): string {
  return join(top, '.output/e2e', folderOf[variant], `${targetOf[browser]}-mv3`);
}

/**
 * Builds what is missing or older than its sources.
 *
 * @throws {Error} with the builder's words when a build fails
 */
export async function provideBuild(variant: Variant, browser: BrowserName): Promise<void> {
  const folder = buildFolder(variant, browser);
  const stamp = `${folder}.sources`;
  const wanted = hashOfSources();
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const target = targetOf[browser];
  // Beside its place first: a browser that is open keeps a whole extension.
  const workshop = join(top, '.output/e2e', `${folderOf[variant]}.${process.pid}`);
  try {
    await runTool('wxt', ['build', '-b', target], {
      WXT_OUTPUT_DIRECTORY: workshop,
      WXT_VKID_APP_ID: variant === 'with VK ID' ? appId : '',
    });
    rmSync(stamp, { force: true });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(join(workshop, `${target}-mv3`), folder);
    writeFileSync(stamp, wanted);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
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
