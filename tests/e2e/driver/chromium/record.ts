import { join } from 'node:path';
import type { BrowserContext, ConsoleMessage, Page, WebError } from '@playwright/test';
import type { Download } from '../types.ts';

/** What happens in a Chromium while one test has it: errors and downloads. */
export class ChromiumRecord {
  readonly errors: string[];
  readonly downloads: Download[] = [];
  private readonly context: BrowserContext;
  private readonly folder: string;

  /**
   * @param folder where downloads are put
   * @param errors of an earlier run
   */
  constructor(context: BrowserContext, folder: string, errors: readonly string[] = []) {
    this.errors = [...errors];
    this.context = context;
    this.folder = folder;
    context.on('weberror', this.keepError);
    context.on('console', this.keepMessage);
    context.on('page', this.keepDownloads);
  }

  stop(): void {
    this.context.off('weberror', this.keepError);
    this.context.off('console', this.keepMessage);
    this.context.off('page', this.keepDownloads);
  }

  private readonly keepError = (error: WebError): void => {
    this.errors.push(`${error.page()?.url() ?? ''}: ${error.error().message}`);
  };

  private readonly keepMessage = (message: ConsoleMessage): void => {
    const isRequest = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRequest) this.errors.push(`${message.location().url}: ${message.text()}`);
  };

  private readonly keepDownloads = (page: Page): void => {
    page.on('download', async (download) => {
      const name = download.suggestedFilename();
      const path = join(this.folder, name);
      await download.saveAs(path).then(
        () => this.downloads.push({ name, path }),
        (error: unknown) => this.errors.push(`download ${name}: ${String(error)}`),
      );
    });
  };
}
