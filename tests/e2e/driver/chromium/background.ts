import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { waitUntil } from '../wait.ts';

/** The extension's service worker of the ordinary windows. */
export class ChromiumBackground {
  private readonly context: BrowserContext;
  private readonly connection: CDPSession;
  private readonly origin: string;

  constructor(context: BrowserContext, connection: CDPSession, origin: string) {
    this.context = context;
    this.connection = connection;
    this.origin = origin;
  }

  async isAlive(): Promise<boolean> {
    return (await this.workers()).length > 0;
  }

  async kill(): Promise<void> {
    let [patience, next] = [200, 0];
    await waitUntil(
      async () => {
        // Again if need be: an event that was not dealt with starts it anew, and each time it is given longer to do so.
        if (performance.now() >= next) {
          for (const targetId of await this.workers()) await this.connection.send('Target.closeTarget', { targetId });
          patience *= 2;
          next = performance.now() + patience;
        }
        return !(await this.isAlive());
      },
      { what: 'the background to end' },
    );
  }

  /**
   * The worker, started when it sleeps. Playwright keeps the same object for each life of it.
   *
   * @param page gives a page of the extension
   */
  async worker(page: () => Promise<Page>): Promise<Worker> {
    if (!(await this.isAlive())) {
      const session = await this.context.newCDPSession(await page());
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: `${this.origin}/` });
      await waitUntil(() => this.isAlive(), { what: 'the background to start' });
      await session.detach();
    }
    const find = () => this.context.serviceWorkers().find((one) => one.url().startsWith(this.origin));
    return waitUntil(async () => find(), { what: 'the service worker' });
  }

  private async workers(): Promise<string[]> {
    const { targetInfos } = await this.connection.send('Target.getTargets');
    return targetInfos
      .filter((target) => target.type === 'service_worker' && target.url.startsWith(this.origin))
      .map((target) => target.targetId);
  }
}
