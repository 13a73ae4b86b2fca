import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../../run/browsers.ts';
import type { LaunchOptions } from '../types.ts';
import { defaultTimeout } from '../wait.ts';

/** A running Chromium, with no extension in it. */
export interface ChromiumProcess {
  context: BrowserContext;
  /** To the browser as a whole. */
  connection: CDPSession;
  profile: string;
  /** The tab it started with, which stays: with its last tab a window would close. */
  first: Page;
  /** What it was started with: a test that asks for the same may have it. */
  startedWith: string;
  /** What the person agreed to beforehand goes with the extension: the next test needs a profile of its own. */
  isForOneTest: boolean;
}

/** Starting and ending take longer than many a test: one that has forgotten everything is as good as new. */
let idle: ChromiumProcess | undefined;

/** Gives a running Chromium in which nothing is left of another test. */
export async function takeChromium(options: LaunchOptions): Promise<ChromiumProcess> {
  const running = idle;
  idle = undefined;
  if (running?.startedWith === wordsOf(options)) return running;
  if (running) await endProcess(running);
  return startProcess(options);
}

/** Takes a Chromium back; `mayStay`: unless something is left that cannot be forgotten. */
export async function giveChromiumBack(running: ChromiumProcess, extensionId: string, mayStay: boolean): Promise<void> {
  const isClean =
    mayStay && !running.isForOneTest && idle === undefined && (await forgetEverything(running, extensionId));
  if (isClean) idle = running;
  else await endProcess(running);
}

/** Ends the Chromium that was kept for the next test. */
export async function endIdleChromium(): Promise<void> {
  const running = idle;
  idle = undefined;
  if (running) await endProcess(running);
}

/** What cannot be changed once it runs. */
function wordsOf({ port, zone, language = 'ru', headed, agreesTo = [] }: LaunchOptions): string {
  return JSON.stringify({ port, zone, language, headed, agreesTo });
}

async function startProcess(options: LaunchOptions): Promise<ChromiumProcess> {
  const { agreesTo = [] } = options;
  const profile = await mkdtemp(join(tmpdir(), 'sferum-chromium-'));
  if (agreesTo.length > 0) await agree(profile, await idOf(options.extension), agreesTo);
  return startIn(profile, options);
}

/** Ends a Chromium and starts another one in its profile. The next test needs a profile of its own. */
export async function restartChromium(running: ChromiumProcess, options: LaunchOptions): Promise<ChromiumProcess> {
  await running.context.close();
  return { ...(await startIn(running.profile, options)), isForOneTest: true };
}

async function startIn(profile: string, options: LaunchOptions): Promise<ChromiumProcess> {
  const { agreesTo = [], zone, language = 'ru' } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: !options.headed,
    acceptDownloads: true,
    ignoreHTTPSErrors: true,
    locale: language === 'ru' ? 'ru-RU' : 'en-US',
    viewport: { width: 1280, height: 900 },
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...definedEnvironment(), LANGUAGE: language, ...(zone === undefined ? {} : { TZ: zone }) },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--lang=${language}`,
      // Lets the connection load and unload extensions.
      '--enable-unsafe-extension-debugging',
      // What the browser itself asks for does not reach the stand.
      `--host-resolver-rules=MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND, MAP * 127.0.0.1:${options.port}`,
      '--ignore-certificate-errors',
      '--disable-quic',
      '--disable-sync',
      '--no-pings',
    ],
  });
  context.setDefaultTimeout(defaultTimeout);
  const connection = await context.browser()?.newBrowserCDPSession();
  const [first] = context.pages();
  if (connection === undefined || first === undefined) throw new Error('Chromium has no window');
  return { context, connection, profile, first, startedWith: wordsOf(options), isForOneTest: agreesTo.length > 0 };
}

async function endProcess({ context, profile }: ChromiumProcess): Promise<void> {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** @returns whether nothing of this test is left in the process */
async function forgetEverything(running: ChromiumProcess, extensionId: string): Promise<boolean> {
  const { context, connection, first, profile } = running;
  try {
    await Promise.all(context.pages().map((page) => (page === first ? undefined : page.close())));
    await uninstall(connection, extensionId);
    // The stand's pages keep nothing but cookies.
    const session = await context.newCDPSession(first);
    await session.send('Network.clearBrowserCookies');
    await session.send('Network.clearBrowserCache');
    await session.detach();
    await context.clearPermissions();
    await rm(downloadsIn(profile), { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Where downloads are put. */
export function downloadsIn(profile: string): string {
  return join(profile, 'downloaded');
}

/** What the protocol has for extensions, unknown to Playwright's types yet. */
interface ExtensionCommands {
  send(method: 'Extensions.loadUnpacked', parameters: { path: string }): Promise<{ id: string }>;
  send(method: 'Extensions.uninstall', parameters: { id: string }): Promise<void>;
}

/** Loads an unpacked extension. @returns its id */
export async function install(connection: CDPSession, folder: string): Promise<string> {
  const { id } = await (connection as ExtensionCommands).send('Extensions.loadUnpacked', { path: folder });
  return id;
}

/** Unloads an extension with all it has kept. */
async function uninstall(connection: CDPSession, id: string): Promise<void> {
  await (connection as ExtensionCommands).send('Extensions.uninstall', { id });
}

/** The id that Chromium gives to an unpacked extension: made from its key, without one from its folder. */
async function idOf(folder: string): Promise<string> {
  const { key } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  const source = key === undefined ? await realpath(folder) : Buffer.from(key, 'base64');
  const digits = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** Writes a fresh profile in which the question for these permissions was answered with yes before. */
async function agree(profile: string, extensionId: string, agreesTo: readonly string[]): Promise<void> {
  const granted = {
    api: agreesTo.filter((one) => !one.includes('://')),
    explicit_host: agreesTo.filter((one) => one.includes('://')),
    manifest_permissions: [],
    scriptable_host: [],
  };
  const settings = { granted_permissions: granted, runtime_granted_permissions: granted };
  const preferences = { extensions: { settings: { [extensionId]: settings } } };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
