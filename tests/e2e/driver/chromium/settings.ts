import type { BrowserContext, Page } from '@playwright/test';
import { waitUntil } from '../wait.ts';

/** The part of `chrome` that the browser's own page of extensions has. */
declare const chrome: {
  management: { setEnabled(id: string, enabled: boolean, done: () => void): void };
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: {
      extensionId: string;
      incognitoAccess?: boolean;
      pinnedToToolbar?: boolean;
    }): Promise<void>;
    getExtensionInfo(id: string): Promise<{ state: string }>;
    removeHostPermission(id: string, pattern: string): Promise<void>;
    addHostPermission(id: string, pattern: string): Promise<void>;
    reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
  };
};

/** What a person does on the browser's page of extensions. */
export class ChromiumSettings {
  private readonly context: BrowserContext;
  private readonly extensionId: string;
  private readonly keepOut: (page: Page) => void;

  /** @param keepOut told of the page, which is none of the test's */
  constructor(context: BrowserContext, extensionId: string, keepOut: (page: Page) => void) {
    this.context = context;
    this.extensionId = extensionId;
    this.keepOut = keepOut;
  }

  reload(): Promise<void> {
    return this.run(async (id) => {
      // Without developer mode an unpacked extension stays switched off after it.
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.reload(id, { failQuietly: true });
    }, this.extensionId);
  }

  allowPrivateWindows(): Promise<void> {
    return this.run(async (id) => {
      // Without developer mode the change leaves the extension switched off.
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
    }, this.extensionId);
  }

  /** Puts the extension's button into the toolbar. */
  pin(): Promise<void> {
    return this.run(
      (id) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, pinnedToToolbar: true }),
      this.extensionId,
    );
  }

  switchOff(): Promise<void> {
    const manage = (id: string) =>
      new Promise<void>((resolve) => chrome.management.setEnabled(id, false, () => resolve()));
    return this.run(manage, this.extensionId, 'DISABLED');
  }

  revokeOrigin(pattern: string): Promise<void> {
    return this.run(({ id, origin }) => chrome.developerPrivate.removeHostPermission(id, origin), {
      id: this.extensionId,
      origin: pattern,
    });
  }

  allowOrigin(pattern: string): Promise<void> {
    return this.run(({ id, origin }) => chrome.developerPrivate.addHostPermission(id, origin), {
      id: this.extensionId,
      origin: pattern,
    });
  }

  private async run<Argument>(
    run: (argument: Argument) => Promise<void>,
    argument: Argument,
    state: 'ENABLED' | 'DISABLED' = 'ENABLED',
  ): Promise<void> {
    const page = await this.context.newPage();
    this.keepOut(page);
    await page.goto('chrome://extensions/');
    await page.evaluate(run as (argument: unknown) => Promise<void>, argument);
    await waitUntil(
      async () =>
        (await page.evaluate((id) => chrome.developerPrivate.getExtensionInfo(id), this.extensionId)).state === state,
      { what: `the extension to be ${state.toLowerCase()}` },
    );
    await page.close();
  }
}
