import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser as PuppeteerBrowser } from 'puppeteer-core';
import { findFirefox } from '../../run/browsers.ts';
import { Bidi } from './bidi.ts';
import * as privileged from './firefox-privileged.ts';
import { FirefoxPage } from './firefox-surface.ts';
import type { Browser, Download, LaunchOptions, Page, WaitOptions } from './types.ts';
import { waitUntil } from './wait.ts';

/** The part of `chrome` that the driver uses in the extension's pages. */
declare const chrome: {
  notifications: { getAll(): Promise<Record<string, unknown>> };
  action: { getBadgeText(details: object): Promise<string> };
  permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
};

/** A running Firefox, with no extension in it. */
interface FirefoxProcess {
  browser: PuppeteerBrowser;
  bidi: Bidi;
  profile: string;
  port: number;
  /** The tab it started with, which stays: with its last tab a window would close, and a popup might be the one that is left. */
  first: string;
}

/** Starting takes longer than most tests: one that has forgotten everything is as good as new. */
let idle: FirefoxProcess | undefined;

/** Gives a Firefox with a fresh profile. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  // The zone is the process's own, and one that is looked at is closed by who looks.
  const mayStay = options.zone === undefined && !options.headed;
  const running = (mayStay && (await takeIdle(options.port))) || (await startProcess(options));
  await running.bidi.privileged(privileged.setPreferences, preferencesOf(options, running.profile));
  await running.bidi.privileged(privileged.setLanguage, options.language ?? 'ru');
  const manifest = JSON.parse(await readFile(join(options.extension, 'manifest.json'), 'utf8')) as Manifest;
  const result = new FirefoxBrowser(running, manifest.browser_specific_settings.gecko.id, mayStay);
  await result.install(options.extension);
  return result;
}

/** Ends the Firefox that was kept for the next test. */
export async function endIdleFirefox(): Promise<void> {
  const running = idle;
  idle = undefined;
  if (running) await endProcess(running);
}

async function takeIdle(port: number): Promise<FirefoxProcess | undefined> {
  if (idle?.port !== port) {
    await endIdleFirefox();
    return undefined;
  }
  const running = idle;
  idle = undefined;
  return running;
}

async function startProcess(options: LaunchOptions): Promise<FirefoxProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'sferum-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: !options.headed,
    acceptInsecureCerts: true,
    networkEnabled: false,
    defaultViewport: null,
    // Privileged scripts: what a person does in the browser's own windows.
    args: ['-remote-allow-system-access', '--width=1280', '--height=1000'],
    env: {
      ...process.env,
      MOZ_DISABLE_AUTO_SAFE_MODE: '1',
      // Lets the address of Firefox's own settings be changed, below.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      ...(options.zone === undefined ? {} : { TZ: options.zone }),
    },
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${options.port}`,
      'network.trr.mode': 5,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'network.http.http3.enable': false,
      // The question whether to allow something is drawn by the browser: the person says yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // Notifications are windows that can be clicked.
      'alerts.useSystemBackend': false,
      // The manifest as plain text is a page of the extension that runs nothing.
      'devtools.jsonview.enabled': false,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      'ui.prefersReducedMotion': 0,
    },
  });
  const bidi = new Bidi(browser);
  const [first] = await bidi.tree();
  if (first === undefined) throw new Error('Firefox has no tab');
  return { browser, bidi, profile, port: options.port, first: first.context };
}

async function endProcess({ browser, profile }: FirefoxProcess): Promise<void> {
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

interface Manifest {
  browser_specific_settings: { gecko: { id: string } };
}

/** What differs from test to test. */
function preferencesOf({ language = 'ru' }: LaunchOptions, profile: string): Record<string, string> {
  return {
    'intl.accept_languages': language === 'ru' ? 'ru, en' : 'en',
    'browser.download.dir': downloadsIn(profile),
  };
}

function downloadsIn(profile: string): string {
  return join(profile, 'downloaded');
}

class FirefoxBrowser implements Browser {
  readonly name = 'firefox';
  extensionOrigin = '';
  private readonly running: FirefoxProcess;
  private readonly bidi: Bidi;
  private readonly extensionId: string;
  /** Whether the next test may have the process. */
  private mayStay: boolean;
  private readonly own = new Set<string>();
  private readonly errors: string[] = [];
  private helper: FirefoxPage | undefined;

  constructor(running: FirefoxProcess, extensionId: string, mayStay: boolean) {
    this.running = running;
    this.bidi = running.bidi;
    this.extensionId = extensionId;
    this.mayStay = mayStay;
    this.bidi.onLog((entry) => {
      if (entry.level === 'error') this.errors.push(entry.text ?? '');
    });
  }

  /** The tab that Firefox starts with stays out of what tests see. */
  async install(folder: string): Promise<void> {
    for (const tab of await this.bidi.tree()) this.own.add(tab.context);
    await this.bidi.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
    await this.learnOrigin();
  }

  /** The address of the extension's pages is made at random when it is installed. */
  private async learnOrigin(): Promise<void> {
    const host = await waitUntil(async () => this.bidi.privileged(privileged.hostOf, this.extensionId), {
      what: 'the extension to start',
    });
    this.extensionOrigin = `moz-extension://${host}`;
  }

  async open(address: string): Promise<Page> {
    const page = await this.newTab();
    await page.goto(address);
    return page;
  }

  async pages(): Promise<Page[]> {
    const tabs = await this.bidi.tree();
    return tabs.filter((tab) => !this.own.has(tab.context)).map((tab) => new FirefoxPage(this.bidi, tab.context));
  }

  async waitForPage(address: RegExp, options: WaitOptions = {}): Promise<Page> {
    const tab = await waitUntil(
      async () => (await this.bidi.tree()).find((one) => !this.own.has(one.context) && address.test(one.url)),
      {
        what: `a page ${address}`,
        ...options,
        otherwise: async () => `Pages: ${(await this.bidi.tree()).map((one) => one.url).join(', ')}`,
      },
    );
    const page = new FirefoxPage(this.bidi, tab.context);
    await page.waitForLoad();
    return page;
  }

  extensionPage(path: string): Promise<Page> {
    return this.open(`${this.extensionOrigin}/${path}`);
  }

  async killBackground(): Promise<void> {
    await waitUntil(() => this.bidi.privileged(privileged.endBackground, this.extensionId), {
      what: 'the background to end',
    });
  }

  isBackgroundAlive(): Promise<boolean> {
    return this.bidi.privileged(privileged.isBackgroundAlive, this.extensionId);
  }

  async reloadExtension(): Promise<void> {
    await this.bidi.privileged(privileged.reloadExtension, this.extensionId);
    await this.learnOrigin();
  }

  async inExtension<Value, Argument>(
    run: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value> {
    if (this.helper === undefined || (await this.helper.isClosed())) {
      this.helper = await this.newTab(true);
      this.own.add(this.helper.id);
      await this.helper.goto(`${this.extensionOrigin}/manifest.json`);
    }
    return this.helper.evaluate(run as (argument: unknown) => Value, argument);
  }

  async allowPrivateWindows(): Promise<void> {
    this.mayStay = false;
    await this.bidi.privileged(privileged.allowPrivateWindows, this.extensionId);
    await this.reloadExtension();
  }

  async openPrivateWindow(address: string): Promise<Page> {
    this.mayStay = false;
    return this.openNew(address, 'about:privatebrowsing', () => this.bidi.privileged(privileged.openPrivateWindow));
  }

  async openContainer(address: string): Promise<Page> {
    return this.openNew(address, 'about:blank', () => this.bidi.privileged(privileged.openContainerTab));
  }

  async revokeOrigin(pattern: string): Promise<void> {
    await this.bidi.privileged(privileged.changeOrigin, { id: this.extensionId, pattern, how: 'remove' });
  }

  async allowOrigin(pattern: string): Promise<void> {
    await this.bidi.privileged(privileged.changeOrigin, { id: this.extensionId, pattern, how: 'add' });
  }

  async dispatchCommand(name: string): Promise<void> {
    await this.bidi.privileged(privileged.pressShortcut, { id: this.extensionId, name });
  }

  notifications(): Promise<string[]> {
    return this.inExtension(async () => Object.keys(await chrome.notifications.getAll()));
  }

  async clickNotification(id: string): Promise<void> {
    await waitUntil(
      async () => {
        // Their windows do not hold the ids, but stand in the same order.
        const index = (await this.notifications()).indexOf(id);
        return index >= 0 && this.bidi.privileged(privileged.clickNotification, index);
      },
      { what: `the notification ${id}` },
    );
  }

  badge(): Promise<string> {
    return this.inExtension(() => chrome.action.getBadgeText({}));
  }

  async waitForDownload(name: RegExp, options: WaitOptions = {}): Promise<Download> {
    const folder = downloadsIn(this.running.profile);
    const file = await waitUntil(
      async () => {
        const files = await readdir(folder);
        const found = files.find((one) => name.test(one) && !one.endsWith('.part') && !files.includes(`${one}.part`));
        // Firefox keeps the place with an empty file of that name before it writes.
        return found !== undefined && (await stat(join(folder, found))).size > 0 ? found : undefined;
      },
      { what: `a download ${name}`, ...options },
    );
    return { name: file, path: join(folder, file) };
  }

  clipboard(): Promise<string> {
    return this.bidi.privileged(privileged.clipboardText);
  }

  async consoleErrors(): Promise<string[]> {
    return [...this.errors, ...(await this.bidi.privileged(privileged.errorsOf, this.extensionOrigin))];
  }

  async close(): Promise<void> {
    const isClean = this.mayStay && idle === undefined && (await this.forgetEverything());
    if (isClean) idle = this.running;
    else await endProcess(this.running);
  }

  /** @returns whether nothing of this test is left in the process */
  private async forgetEverything(): Promise<boolean> {
    try {
      await this.bidi.send('webExtension.uninstall', { extension: this.extensionId });
      const tabs = (await this.bidi.tree()).map(({ context }) => context);
      if (!tabs.includes(this.running.first)) return false;
      for (const context of tabs)
        if (context !== this.running.first) await this.bidi.send('browsingContext.close', { context });
      await this.bidi.privileged(privileged.forgetEverything);
      await rm(downloadsIn(this.running.profile), { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  }

  private async newTab(background = false): Promise<FirefoxPage> {
    const { context } = await this.bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      background,
      // In its window, whatever popup is in front.
      referenceContext: this.running.first,
    });
    return new FirefoxPage(this.bidi, context);
  }

  /**
   * Goes to an address in the tab that an act of the browser opens.
   *
   * @param first what the browser itself shows there: leaving before it has come is never answered
   */
  private async openNew(address: string, first: string, act: () => Promise<unknown>): Promise<Page> {
    const before = new Set((await this.bidi.tree()).map((tab) => tab.context));
    await act();
    const tab = await waitUntil(
      async () => (await this.bidi.tree()).find((one) => !before.has(one.context) && one.url === first),
      { what: `the new tab with ${first}` },
    );
    const page = new FirefoxPage(this.bidi, tab.context);
    // The new tab's own first page may still be on its way and break the first attempt.
    await waitUntil(() => page.goto(address).then(() => true), { what: `${address} to load` });
    return page;
  }
}
