import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page as PlaywrightPage,
  type Worker,
} from '@playwright/test';
import { findChromium } from '../../run/browsers.ts';
import { ChromiumPage } from './chromium-surface.ts';
import type { Browser, Download, LaunchOptions, Page, WaitOptions } from './types.ts';
import { defaultTimeout, waitUntil } from './wait.ts';

/** The part of `chrome` that the driver uses in the browser's own and in the extension's pages. */
interface ChromeApi {
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
    getExtensionInfo(id: string): Promise<{ state: string }>;
    removeHostPermission(id: string, pattern: string): Promise<void>;
    addHostPermission(id: string, pattern: string): Promise<void>;
    reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
  };
  windows: { create(options: { incognito: boolean; url: string }): Promise<unknown> };
  notifications: { onClicked: { dispatch(id: string): void }; getAll(): Promise<Record<string, unknown>> };
  commands: { onCommand: { dispatch(name: string): void } };
  action: { getBadgeText(details: object): Promise<string> };
}

declare const chrome: ChromeApi;

/** Starts Chromium with a fresh profile. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'sferum-chromium-'));
  const extension = await realpath(options.extension);
  const extensionId = await idOf(extension);
  const { agreesTo = [], zone, language = 'ru' } = options;
  if (agreesTo.length > 0) await agree(profile, extensionId, agreesTo);
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
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      // What the browser itself asks for does not reach the stand.
      `--host-resolver-rules=MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND, MAP * 127.0.0.1:${options.port}`,
      '--ignore-certificate-errors',
      '--disable-quic',
      '--disable-sync',
      '--no-pings',
    ],
  });
  context.setDefaultTimeout(defaultTimeout);
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker', { timeout: 30_000 });
  return new ChromiumBrowser(context, extensionId, profile);
}

/** The id that Chromium gives to an unpacked extension: made from its key, without one from its folder. */
async function idOf(folder: string): Promise<string> {
  const { key } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  const source = key === undefined ? folder : Buffer.from(key, 'base64');
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

class ChromiumBrowser implements Browser {
  readonly name = 'chromium';
  readonly extensionOrigin: string;
  readonly context: BrowserContext;
  private readonly extensionId: string;
  private readonly profile: string;
  private readonly known = new WeakMap<PlaywrightPage, ChromiumPage>();
  private readonly own = new Set<PlaywrightPage>();
  private readonly errors: string[] = [];
  private readonly downloads: Download[] = [];
  private helper: PlaywrightPage | undefined;
  private connection: CDPSession | undefined;

  constructor(context: BrowserContext, extensionId: string, profile: string) {
    this.context = context;
    this.extensionId = extensionId;
    this.extensionOrigin = `chrome-extension://${extensionId}`;
    this.profile = profile;
    const [first] = context.pages();
    if (first !== undefined) this.own.add(first);
    context.on('weberror', (error) => this.errors.push(`${error.page()?.url() ?? ''}: ${error.error().message}`));
    context.on('console', (message) => {
      const isRequest = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isRequest) this.errors.push(`${message.location().url}: ${message.text()}`);
    });
    context.on('page', (page) => this.keepDownloads(page));
  }

  async open(address: string): Promise<Page> {
    const page = this.wrap(await this.context.newPage());
    await page.goto(address);
    return page;
  }

  async pages(): Promise<Page[]> {
    return this.context
      .pages()
      .filter((page) => !this.own.has(page))
      .map((page) => this.wrap(page));
  }

  async waitForPage(address: RegExp, options: WaitOptions = {}): Promise<Page> {
    const page = await waitUntil(
      async () => this.context.pages().find((candidate) => !this.own.has(candidate) && address.test(candidate.url())),
      { what: `a page ${address}`, ...options, otherwise: async () => this.describePages() },
    );
    await page.waitForLoadState();
    return this.wrap(page);
  }

  extensionPage(path: string): Promise<Page> {
    return this.open(`${this.extensionOrigin}/${path}`);
  }

  async killBackground(): Promise<void> {
    const connection = await this.cdp();
    await waitUntil(
      async () => {
        // Again if need be: an event that was not dealt with starts it anew.
        for (const targetId of await this.workers()) await connection.send('Target.closeTarget', { targetId });
        return !(await this.isBackgroundAlive());
      },
      { what: 'the background to end' },
    );
  }

  async isBackgroundAlive(): Promise<boolean> {
    return (await this.workers()).length > 0;
  }

  async reloadExtension(): Promise<void> {
    await this.inSettings(async (id) => {
      // Without developer mode an unpacked extension stays switched off after it.
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.reload(id, { failQuietly: true });
    }, this.extensionId);
    await this.waitUntilReady();
  }

  async inExtension<Value, Argument>(
    run: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value> {
    if (this.helper === undefined || this.helper.isClosed()) {
      const url = `${this.extensionOrigin}/manifest.json`;
      await (await this.cdp()).send('Target.createTarget', { url, background: true });
      this.helper = await waitUntil(async () => this.context.pages().find((page) => page.url() === url), {
        what: 'a page of the extension',
      });
      this.own.add(this.helper);
    }
    return this.helper.evaluate(run as (argument: unknown) => Value, argument);
  }

  async allowPrivateWindows(): Promise<void> {
    await this.inSettings(async (id) => {
      // Without developer mode the change leaves the extension switched off.
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
    }, this.extensionId);
    await this.waitUntilReady();
  }

  async openPrivateWindow(address: string): Promise<Page> {
    await this.inExtension(() => undefined);
    const before = new Set(this.context.pages());
    await this.inExtension((url) => {
      // Not waited for: in a split extension it never resolves with a window.
      void chrome.windows.create({ incognito: true, url });
    }, address);
    const page = await waitUntil(async () => this.context.pages().find((one) => !before.has(one)), {
      what: 'the private window',
    });
    await page.waitForURL((url) => url.href !== 'about:blank');
    await page.waitForLoadState();
    return this.wrap(page);
  }

  async openContainer(): Promise<Page> {
    throw new Error('Chromium has no containers');
  }

  async revokeOrigin(pattern: string): Promise<void> {
    await this.inSettings(({ id, origin }) => chrome.developerPrivate.removeHostPermission(id, origin), {
      id: this.extensionId,
      origin: pattern,
    });
  }

  async allowOrigin(pattern: string): Promise<void> {
    await this.inSettings(({ id, origin }) => chrome.developerPrivate.addHostPermission(id, origin), {
      id: this.extensionId,
      origin: pattern,
    });
  }

  async dispatchCommand(name: string): Promise<void> {
    await (await this.worker()).evaluate((command) => chrome.commands.onCommand.dispatch(command), name);
  }

  async notifications(): Promise<string[]> {
    return this.inExtension(async () => Object.keys(await chrome.notifications.getAll()));
  }

  async clickNotification(id: string): Promise<void> {
    await waitUntil(async () => (await this.notifications()).includes(id), { what: `the notification ${id}` });
    await (await this.worker()).evaluate((key) => chrome.notifications.onClicked.dispatch(key), id);
  }

  badge(): Promise<string> {
    return this.inExtension(() => chrome.action.getBadgeText({}));
  }

  waitForDownload(name: RegExp, options: WaitOptions = {}): Promise<Download> {
    return waitUntil(async () => this.downloads.find((download) => name.test(download.name)), {
      what: `a download ${name}`,
      ...options,
    });
  }

  async clipboard(page: Page): Promise<string> {
    await this.context.grantPermissions(['clipboard-read']);
    await page.bringToFront();
    return page.evaluate(() => navigator.clipboard.readText());
  }

  async consoleErrors(): Promise<string[]> {
    return [...this.errors];
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private wrap(page: PlaywrightPage): ChromiumPage {
    const page_ = this.known.get(page) ?? new ChromiumPage(page);
    this.known.set(page, page_);
    return page_;
  }

  private keepDownloads(page: PlaywrightPage): void {
    page.on('download', async (download) => {
      const name = download.suggestedFilename();
      const path = join(this.profile, 'downloaded', name);
      await download.saveAs(path).then(
        () => this.downloads.push({ name, path }),
        (error: unknown) => this.errors.push(`download ${name}: ${String(error)}`),
      );
    });
  }

  private async describePages(): Promise<string> {
    const addresses = (await this.pages()).map((page) => page.url());
    return `Pages: ${(await Promise.all(addresses)).join(', ') || 'none'}`;
  }

  private async cdp(): Promise<CDPSession> {
    const browser = this.context.browser();
    if (browser === null) throw new Error('Chromium has gone');
    this.connection ??= await browser.newBrowserCDPSession();
    return this.connection;
  }

  private async workers(): Promise<string[]> {
    const { targetInfos } = await (await this.cdp()).send('Target.getTargets');
    return targetInfos
      .filter((target) => target.type === 'service_worker' && target.url.startsWith(this.extensionOrigin))
      .map((target) => target.targetId);
  }

  /** The worker of the ordinary windows, started when it sleeps. Playwright keeps the same object for each life of it. */
  private async worker(): Promise<Worker> {
    if (!(await this.isBackgroundAlive())) {
      await this.inExtension(() => undefined);
      if (this.helper === undefined) throw new Error('The extension has no page');
      const session = await this.context.newCDPSession(this.helper);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: `${this.extensionOrigin}/` });
      await waitUntil(() => this.isBackgroundAlive(), { what: 'the background to start' });
      await session.detach();
    }
    const find = () => this.context.serviceWorkers().find((one) => one.url().startsWith(this.extensionOrigin));
    return waitUntil(async () => find(), { what: 'the service worker' });
  }

  /** Runs on the browser's own page of extensions. */
  private async inSettings<Argument>(run: (argument: Argument) => Promise<void>, argument: Argument): Promise<void> {
    const page = await this.context.newPage();
    this.own.add(page);
    await page.goto('chrome://extensions/');
    await page.evaluate(run as (argument: unknown) => Promise<void>, argument);
    await waitUntil(
      async () =>
        (await page.evaluate((id) => chrome.developerPrivate.getExtensionInfo(id), this.extensionId)).state ===
        'ENABLED',
      { what: 'the extension to be on again' },
    );
    await page.close();
  }

  /** After a reload the worker starts by itself; the helper page belongs to the old one. */
  private async waitUntilReady(): Promise<void> {
    await this.helper?.close();
    this.helper = undefined;
    await waitUntil(async () => this.isBackgroundAlive(), { what: 'the reloaded background' });
  }
}
