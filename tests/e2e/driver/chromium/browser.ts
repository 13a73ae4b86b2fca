import type { Page as PlaywrightPage } from '@playwright/test';
import type { Browser, Download, LaunchOptions, Page, ToolbarPopup, WaitOptions } from '../types.ts';
import { waitUntil } from '../wait.ts';
import { ChromiumBackground } from './background.ts';
import { openChromiumPopup } from './popup.ts';
import { openPrivateWindow } from './privateWindow.ts';
import {
  type ChromiumProcess,
  downloadsIn,
  giveChromiumBack,
  install,
  restartChromium,
  takeChromium,
} from './process.ts';
import { ChromiumRecord } from './record.ts';
import { ChromiumSettings } from './settings.ts';
import { ChromiumPage } from './surface.ts';

/** The part of `chrome` that the driver uses in the extension's pages and its background. */
declare const chrome: {
  i18n: { getMessage(key: string): string };
  notifications: { onClicked: { dispatch(id: string): void }; getAll(): Promise<Record<string, unknown>> };
  commands: { onCommand: { dispatch(name: string): void } };
  action: { getBadgeText(details: object): Promise<string> };
};

/** Gives a Chromium in which nothing is left of another test, with the extension in it. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const browser = (await startIn(options)) ?? (await startIn(options));
  if (!browser) throw new Error('Chromium gives the extension no messages');
  return browser;
}

/** @returns `null` where the process is of no use, and has ended: the next one is new */
async function startIn(options: LaunchOptions): Promise<Browser | null> {
  const running = await takeChromium(options);
  const record = new ChromiumRecord(running.context, downloadsIn(running.profile));
  const started = running.context.waitForEvent('serviceworker', { timeout: 30_000 });
  const [extensionId, worker] = await Promise.all([install(running.connection, options.extension), started]);
  // Seen in Chromium 156: where something still asked for a message while the extension was unloaded, it has none when it is
  // loaded again in the same process, and its pages stand without words.
  if (await worker.evaluate(() => chrome.i18n.getMessage('extensionName')))
    return new ChromiumBrowser(running, record, extensionId, options);
  record.stop();
  await giveChromiumBack(running, extensionId, false);
  return null;
}

class ChromiumBrowser implements Browser {
  readonly name = 'chromium';
  readonly extensionOrigin: string;
  private readonly options: LaunchOptions;
  private readonly extensionId: string;
  private running: ChromiumProcess;
  private record: ChromiumRecord;
  private settings: ChromiumSettings;
  private background: ChromiumBackground;
  private readonly known = new WeakMap<PlaywrightPage, ChromiumPage>();
  private readonly own = new Set<PlaywrightPage>();
  private helper: PlaywrightPage | undefined;
  /** Whether the next test may have the process. */
  private mayStay = true;

  constructor(running: ChromiumProcess, record: ChromiumRecord, extensionId: string, options: LaunchOptions) {
    this.running = running;
    this.record = record;
    this.options = options;
    this.extensionId = extensionId;
    this.extensionOrigin = `chrome-extension://${extensionId}`;
    [this.settings, this.background] = this.handlesOf(running);
  }

  private handlesOf({ context, connection, first }: ChromiumProcess): [ChromiumSettings, ChromiumBackground] {
    this.own.add(first);
    return [
      new ChromiumSettings(context, this.extensionId, (page) => this.own.add(page)),
      new ChromiumBackground(context, connection, this.extensionOrigin),
    ];
  }

  async open(address: string): Promise<Page> {
    const page = this.wrap(await this.running.context.newPage());
    await page.goto(address);
    return page;
  }

  async pages(): Promise<Page[]> {
    return this.seen().map((page) => this.wrap(page));
  }

  async waitForPage(address: RegExp, options: WaitOptions = {}): Promise<Page> {
    const page = await waitUntil(async () => this.seen().find((candidate) => address.test(candidate.url())), {
      what: `a page ${address}`,
      ...options,
      otherwise: async () =>
        `Pages: ${
          this.seen()
            .map((one) => one.url())
            .join(', ') || 'none'
        }`,
    });
    await page.waitForLoadState();
    return this.wrap(page);
  }

  extensionPage(path: string): Promise<Page> {
    return this.open(`${this.extensionOrigin}/${path}`);
  }

  async openPopup(page: Page): Promise<ToolbarPopup> {
    await page.bringToFront();
    return openChromiumPopup(this.running.connection, this.extensionId, await page.url());
  }

  killBackground(): Promise<void> {
    return this.background.kill();
  }

  isBackgroundAlive(): Promise<boolean> {
    return this.background.isAlive();
  }

  async reloadExtension(): Promise<void> {
    await this.settings.reload();
    await this.waitUntilReady();
  }

  async switchOff(): Promise<void> {
    this.mayStay = false;
    await this.settings.switchOff();
  }

  async restart(): Promise<void> {
    this.record.stop();
    this.running = await restartChromium(this.running, this.options);
    this.helper = undefined;
    this.record = new ChromiumRecord(this.running.context, downloadsIn(this.running.profile), this.record.errors);
    [this.settings, this.background] = this.handlesOf(this.running);
    await install(this.running.connection, this.options.extension);
    await waitUntil(() => this.background.isAlive(), { what: 'the background after a restart' });
  }

  async installOther(folder: string): Promise<void> {
    this.mayStay = false;
    await install(this.running.connection, folder);
  }

  async inExtension<Value, Argument>(
    run: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value> {
    return (await this.help()).evaluate(run as (argument: unknown) => Value, argument);
  }

  async allowPrivateWindows(): Promise<void> {
    this.mayStay = false;
    await this.settings.allowPrivateWindows();
    await this.waitUntilReady();
  }

  async openPrivateWindow(address: string): Promise<Page> {
    this.mayStay = false;
    const page = await openPrivateWindow(this.running.context, await this.help(), address);
    return this.wrap(page);
  }

  async openContainer(): Promise<Page> {
    throw new Error('Chromium has no containers');
  }

  revokeOrigin(pattern: string): Promise<void> {
    return this.settings.revokeOrigin(pattern);
  }

  allowOrigin(pattern: string): Promise<void> {
    return this.settings.allowOrigin(pattern);
  }

  async dispatchCommand(name: string): Promise<void> {
    const worker = await this.background.worker(() => this.help());
    await worker.evaluate((command) => chrome.commands.onCommand.dispatch(command), name);
  }

  async notifications(): Promise<string[]> {
    return this.inExtension(async () => Object.keys(await chrome.notifications.getAll()));
  }

  async clickNotification(id: string): Promise<void> {
    await waitUntil(async () => (await this.notifications()).includes(id), { what: `the notification ${id}` });
    const worker = await this.background.worker(() => this.help());
    await worker.evaluate((key) => chrome.notifications.onClicked.dispatch(key), id);
  }

  badge(): Promise<string> {
    return this.inExtension(() => chrome.action.getBadgeText({}));
  }

  waitForDownload(name: RegExp, options: WaitOptions = {}): Promise<Download> {
    return waitUntil(async () => this.record.downloads.find((download) => name.test(download.name)), {
      what: `a download ${name}`,
      ...options,
    });
  }

  async clipboard(page: Page): Promise<string> {
    await this.running.context.grantPermissions(['clipboard-read']);
    await page.bringToFront();
    return page.evaluate(() => navigator.clipboard.readText());
  }

  async consoleErrors(): Promise<string[]> {
    return [...this.record.errors];
  }

  async close(): Promise<void> {
    this.record.stop();
    await giveChromiumBack(this.running, this.extensionId, this.mayStay);
  }

  private seen(): PlaywrightPage[] {
    return this.running.context.pages().filter((page) => !this.own.has(page));
  }

  private wrap(page: PlaywrightPage): ChromiumPage {
    const wrapped = this.known.get(page) ?? new ChromiumPage(page);
    this.known.set(page, wrapped);
    return wrapped;
  }

  /** A page of the extension that runs nothing, in the back. */
  private async help(): Promise<PlaywrightPage> {
    if (this.helper !== undefined && !this.helper.isClosed()) return this.helper;
    const { context, connection } = this.running;
    const url = `${this.extensionOrigin}/manifest.json`;
    await connection.send('Target.createTarget', { url, background: true });
    const page = await waitUntil(async () => context.pages().find((one) => one.url() === url), {
      what: 'a page of the extension',
    });
    this.own.add(page);
    this.helper = page;
    return page;
  }

  /** After a reload the worker starts by itself; the helper page belongs to the old one. */
  private async waitUntilReady(): Promise<void> {
    await this.helper?.close();
    this.helper = undefined;
    await waitUntil(() => this.background.isAlive(), { what: 'the reloaded background' });
  }
}
