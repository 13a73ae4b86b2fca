import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-for-testing'];
const firefoxNames = ['firefox-esr', 'firefox'];

/** The Chromium that the tests drive: `CHROMIUM` in the environment, or one on the path. @throws {Error} when there is none */
export function findChromium(): string {
  return present('Chromium', process.env.CHROMIUM ?? findOnPath(chromiumNames));
}

/** The Firefox that the tests drive: `FIREFOX` in the environment, or one on the path. @throws {Error} when there is none */
export function findFirefox(): string {
  return present('Firefox', process.env.FIREFOX ?? findOnPath(firefoxNames));
}

function present(name: string, found: string | undefined): string {
  if (found !== undefined) return found;
  throw new Error(`${name} is not installed.`);
}

function findOnPath(names: string[]): string | undefined {
  return programs(names).find((candidate) => !isSnap(candidate));
}

function programs(names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Ubuntu's packages of this name only start a snap, which cannot be driven from a folder of its own. */
function isSnap(path: string): boolean {
  if (realpathSync(path).includes('/snap')) return true;
  const { size } = statSync(path);
  return size < 20_000 && readFileSync(path, 'utf8').includes('/snap/');
}

interface Distribution {
  hasApt: boolean;
  /** The packages of the browsers only start a snap. */
  hasSnaps: boolean;
}

function distribution(): Distribution {
  const hasApt = findOnPath(['apt-get']) !== undefined;
  const hasSnaps = isUbuntu() || programs([...chromiumNames, ...firefoxNames]).some(isSnap);
  return { hasApt, hasSnaps };
}

function isUbuntu(): boolean {
  try {
    return /^ID(_LIKE)?=.*ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function missing(): string[] {
  return [
    ...((process.env.CHROMIUM ?? findOnPath(chromiumNames)) ? [] : ['chromium']),
    ...((process.env.FIREFOX ?? findOnPath(firefoxNames)) ? [] : ['firefox-esr']),
  ];
}

/** What to tell a person whose machine lacks a browser. */
function advice(packages: string[], { hasApt, hasSnaps }: Distribution): string {
  const lines = [`Missing for the tests: ${packages.join(', ')}.`];
  if (hasSnaps) {
    lines.push(
      'The packages chromium and firefox of this system are snaps, which cannot be used here. Unpack a Firefox from',
      'mozilla.org and a Chromium that is no snap, and set FIREFOX=/path/to/firefox and CHROMIUM=/path/to/chrome.',
    );
  } else if (hasApt) {
    lines.push('Install them: sudo apt-get update && sudo apt-get install chromium firefox-esr fonts-dejavu');
  } else {
    lines.push('Install Chromium and Firefox, or set CHROMIUM=/path/to/chromium and FIREFOX=/path/to/firefox.');
  }
  return lines.join('\n');
}

/**
 * Sees to it that both browsers are there: as root on Debian it installs them, elsewhere it says what to install.
 *
 * @returns nothing when all is well, else what a person has to do
 */
export function provideBrowsers(): string | undefined {
  const packages = missing();
  if (packages.length === 0) return undefined;
  const system = distribution();
  if (system.hasSnaps || !installPackages([...packages, 'fonts-dejavu'])) return advice(packages, system);
  const left = missing();
  return left.length === 0 ? undefined : advice(left, system);
}

/** Installs Debian's packages, where this program may. @returns whether it tried to */
export function installPackages(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !distribution().hasApt) return false;
  console.log(`Installing ${packages.join(', ')} by apt-get …`);
  apt(['update', '-qq']);
  apt(['install', '-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', '--no-install-recommends', ...packages]);
  return true;
}

function apt(parameters: string[]): void {
  const { status, stdout, stderr } = spawnSync('apt-get', parameters, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) console.log(`apt-get ${parameters.join(' ')} failed:\n${stdout}${stderr}`);
}

if (import.meta.main) {
  const problem = provideBrowsers();
  if (problem !== undefined) {
    console.error(problem);
    process.exitCode = 1;
  }
}
