import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Download, LaunchOptions, Page, ToolbarPopup, WaitOptions } from '../types.ts';
import { waitUntil } from '../wait.ts';
import type { Bidi } from './bidi.ts';
import { openNew } from './newTab.ts';
import { openFirefoxPopup } from './popup.ts';
import * as privileged from './privileged.ts';
import {
  downloadsIn,
  type FirefoxProcess,
  giveFirefoxBack,
  isLikeOthers,
  restartFirefox,
  takeFirefox,
} from './process.ts';
import { sayNo } from './refusing.ts';
import { FirefoxPage } from './surface.ts';

/** The part of `chrome` that the driver uses in the extension's pages. */
declare const chrome: {
  notifications: { getAll(): Promise<Record<string, unknown>> };
  action: { getBadgeText(details: object): Promise<string> };
  permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
};

interface Manifest {
  browser_specific_settings: { gecko: { id: string } };
}

/** Gives a Firefox with a fresh profile and the extension in it. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const running = await takeFirefox(options);
  const manifest = JSON.parse(await readFile(join(options.extension, 'manifest.json'), 'utf8')) as Manifest;
  const id = manifest.browser_specific_settings.gecko.id;
  const result = new FirefoxBrowser(running, id, options);
  await result.install(options.extension);
  return result;
}

class FirefoxBrowser implements Browser {
  readonly name = 'firefox';
  extensionOrigin = '';
  private readonly options: LaunchOptions;
  private running: FirefoxProcess;
  private bidi: Bidi;
  private readonly extensionId: string;
  /** Whether the next test may have the process. */
  private mayStay: boolean;
  private readonly own = new Set<string>();
  private readonly errors: string[] = [];
  private helper: FirefoxPage | undefined;

  constructor(running: FirefoxProcess, extensionId: string, options: LaunchOptions) {
    this.running = running;
    this.bidi = running.bidi;
    this.extensionId = extensionId;
    this.options = options;
    this.mayStay = isLikeOthers(options);
    this.listen();
  }

  private listen(): void {
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

  async openPopup(page: Page): Promise<ToolbarPopup> {
    await page.bringToFront();
    return openFirefoxPopup(this.bidi, this.extensionId);
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

  async switchOff(): Promise<void> {
    this.mayStay = false;
    await this.bidi.privileged(privileged.switchOff, this.extensionId);
  }

  async restart(): Promise<void> {
    this.mayStay = false;
    this.helper = undefined;
    this.running = await restartFirefox(this.running, this.options);
    this.bidi = this.running.bidi;
    this.listen();
    await this.install(this.options.extension);
  }

  async installOther(folder: string): Promise<void> {
    this.mayStay = false;
    await this.bidi.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
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
    return openNew(this.bidi, address, 'about:privatebrowsing', () =>
      this.bidi.privileged(privileged.openPrivateWindow),
    );
  }

  async openContainer(address: string): Promise<Page> {
    return openNew(this.bidi, address, 'about:blank', () => this.bidi.privileged(privileged.openContainerTab));
  }

  async revokeOrigin(pattern: string): Promise<void> {
    await this.bidi.privileged(privileged.changeOrigin, { id: this.extensionId, pattern, how: 'remove' });
  }

  async allowOrigin(pattern: string): Promise<void> {
    await this.bidi.privileged(privileged.changeOrigin, { id: this.extensionId, pattern, how: 'add' });
  }

  sayNo = (act: () => Promise<void>) => sayNo(this.bidi, act);

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
    await giveFirefoxBack(this.running, this.extensionId, this.mayStay);
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
}
