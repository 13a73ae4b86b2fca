import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { matches } from '../address.ts';
import { axeSource, runAxe } from '../page/axe.ts';
import type { Page, Surface, Violation, WaitOptions } from '../types.ts';
import { waitUntil } from '../wait.ts';
import type { Bidi, ContextInfo } from './bidi.ts';
import { type FindAgain, FirefoxContext, world } from './context.ts';
import { FirefoxScope } from './found.ts';
import { keyPress, typing } from './keys.ts';

export class FirefoxSurface extends FirefoxScope implements Surface {
  constructor(bidi: Bidi, id: string, tab: string, findAgain?: FindAgain) {
    super(new FirefoxContext(bidi, id, tab, findAgain), []);
  }

  async url(): Promise<string> {
    return (await this.info()).url;
  }

  async frames(): Promise<string[]> {
    return descendants(await this.info()).map((frame) => frame.url);
  }

  async frame(address: string | RegExp, options: WaitOptions = {}): Promise<Surface> {
    const frame = await waitUntil(
      async () => {
        const match = await this.findFrame(address);
        if (match === undefined) return undefined;
        const state = await this.context.bidi.callJson(match.context, '() => document.readyState', undefined, {
          world,
        });
        return state !== 'loading' && match;
      },
      {
        what: `a frame ${String(address)}`,
        ...options,
        otherwise: async () => `Frames: ${(await this.frames()).join(', ') || 'none'}`,
      },
    );
    const findAgain = async () => (await this.findFrame(address))?.context;
    return new FirefoxSurface(this.context.bidi, frame.context, this.context.tab, findAgain);
  }

  private async findFrame(address: string | RegExp): Promise<ContextInfo | undefined> {
    return descendants(await this.info()).find((candidate) => matches(candidate.url, address));
  }

  async evaluate<Value, Argument>(
    run: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value> {
    return (await this.context.use((id) => this.context.bidi.callJson(id, run.toString(), argument))) as Value;
  }

  press(key: string): Promise<void> {
    return this.context.keys(keyPress(key));
  }

  type(text: string): Promise<void> {
    return this.context.keys(typing(text));
  }

  focused(): Promise<string> {
    return this.context.ask((finder) => finder.focused());
  }

  outline(): Promise<string> {
    return this.context.ask((finder) => finder.outline());
  }

  async axe(): Promise<Violation[]> {
    await this.context.use((id) => this.context.bidi.call(id, `() => { ${axeSource} }`, []));
    return this.evaluate(runAxe);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.context.bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context.tab,
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, data, 'base64');
  }

  protected async info(): Promise<ContextInfo> {
    const contexts = await this.context.bidi.tree();
    const info = contexts
      .flatMap((tab) => [tab, ...descendants(tab)])
      .find(({ context }) => context === this.context.id);
    if (info === undefined) throw new Error('The page or frame has gone');
    return info;
  }
}

function descendants(info: ContextInfo): ContextInfo[] {
  return (info.children ?? []).flatMap((child) => [child, ...descendants(child)]);
}

export class FirefoxPage extends FirefoxSurface implements Page {
  readonly id: string;

  constructor(bidi: Bidi, id: string) {
    super(bidi, id, id);
    this.id = id;
  }

  async goto(address: string): Promise<void> {
    const withoutHash = (full: string) => full.replace(/#.*/, '');
    const navigate = (wait: 'complete' | 'none') =>
      this.context.bidi.send('browsingContext.navigate', { context: this.id, url: address, wait });
    if (withoutHash(address) === withoutHash(await this.url())) await navigate('complete');
    // To wait by itself never ends for pages of extensions, nor where another document was on its way.
    else await this.waitForNewDocument(() => navigate('none'));
  }

  async reload(): Promise<void> {
    await this.waitForNewDocument(() =>
      this.context.bidi.send('browsingContext.reload', { context: this.id, wait: 'none' }),
    );
  }

  async close(): Promise<void> {
    await this.context.bidi.send('browsingContext.close', { context: this.id });
  }

  async isClosed(): Promise<boolean> {
    return (await this.context.bidi.tree()).every((tab) => tab.context !== this.id);
  }

  async waitForClose(options: WaitOptions = {}): Promise<void> {
    await waitUntil(() => this.isClosed(), { what: 'the page to close', ...options });
  }

  async waitForAddress(address: RegExp, options: WaitOptions = {}): Promise<void> {
    await waitUntil(async () => address.test(await this.url()), {
      what: `the address ${address}`,
      ...options,
      otherwise: async () => `It is ${await this.url()}`,
    });
    await this.waitForLoad();
  }

  async bringToFront(): Promise<void> {
    await this.context.bidi.send('browsingContext.activate', { context: this.id });
  }

  async setViewport(size: { width: number; height: number }): Promise<void> {
    await this.context.bidi.send('browsingContext.setViewport', { context: this.id, viewport: size });
  }

  setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    return this.setPreference('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
  }

  setForcedColors(on: boolean): Promise<void> {
    return this.setPreference('browser.display.document_color_use', on ? 2 : 0);
  }

  setReducedMotion(on: boolean): Promise<void> {
    return this.setPreference('ui.prefersReducedMotion', on ? 1 : 0);
  }

  private async setPreference(name: string, value: number): Promise<void> {
    await this.context.bidi.privileged(
      (preference) => {
        const { Services } = globalThis as unknown as {
          Services: { prefs: { setIntPref(n: string, v: number): void } };
        };
        Services.prefs.setIntPref(preference.name, preference.value);
      },
      { name, value },
    );
  }

  /** Waits for `load`, and for the blank page that comes before a new tab's own to be left. */
  async waitForLoad(): Promise<void> {
    await waitUntil(() => this.evaluate(() => document.readyState === 'complete' && location.href !== 'about:blank'), {
      what: 'the page to load',
      timeout: 30_000,
      otherwise: async () => `It is ${await this.url()}`,
    });
  }

  private async waitForNewDocument(leave: () => Promise<unknown>): Promise<void> {
    const before = await this.evaluate(() => performance.timeOrigin);
    await leave();
    await waitUntil(
      () => this.evaluate((old) => performance.timeOrigin !== old && document.readyState === 'complete', before),
      { what: 'the page to load', timeout: 30_000, otherwise: async () => `It is ${await this.url()}` },
    );
  }
}
