import type { Frame, Page as PlaywrightPage } from '@playwright/test';
import { matches } from '../address.ts';
import { axeSource, runAxe } from '../page/axe.ts';
import { finderSource } from '../page/finder.ts';
import type { Page, Surface, Violation, WaitOptions } from '../types.ts';
import { defaultTimeout, waitUntil } from '../wait.ts';
import { ChromiumScope, outlineOf } from './found.ts';

export class ChromiumSurface extends ChromiumScope implements Surface {
  private current: Frame;
  private readonly findAgain: (() => Frame | undefined) | undefined;

  constructor(frame: Frame, findAgain?: () => Frame | undefined) {
    super();
    this.current = frame;
    this.findAgain = findAgain;
  }

  /** For a person a frame that the page has thrown away and made anew is the same place. */
  protected get frame_(): Frame {
    if (this.current.isDetached()) this.current = this.findAgain?.() ?? this.current;
    return this.current;
  }

  protected get root(): Frame {
    return this.frame_;
  }

  async url(): Promise<string> {
    return this.frame_.url();
  }

  async frames(): Promise<string[]> {
    return descendants(this.frame_).map((frame) => frame.url());
  }

  async frame(address: string | RegExp, options: WaitOptions = {}): Promise<Surface> {
    const find = () => descendants(this.frame_).find((candidate) => matches(candidate.url(), address));
    const frame = await waitUntil(
      async () => {
        const match = find();
        await match?.waitForLoadState('domcontentloaded');
        return match;
      },
      {
        what: `a frame ${String(address)}`,
        ...options,
        otherwise: async () => `Frames: ${(await this.frames()).join(', ') || 'none'}`,
      },
    );
    return new ChromiumSurface(frame, find);
  }

  evaluate<Value, Argument>(run: (argument: Argument) => Value | Promise<Value>, argument?: Argument): Promise<Value> {
    return this.frame_.evaluate(run as (argument: unknown) => Value, argument);
  }

  press(key: string): Promise<void> {
    return this.frame_.page().keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.frame_.page().keyboard.type(text);
  }

  focused(): Promise<string> {
    return this.frame_.evaluate(`${finderSource}.focused()`);
  }

  outline(): Promise<string> {
    return outlineOf(this.frame_);
  }

  async axe(): Promise<Violation[]> {
    await this.frame_.evaluate(axeSource);
    return this.frame_.evaluate(runAxe);
  }

  async screenshot(path: string): Promise<void> {
    await this.frame_.page().screenshot({ path });
  }
}

function descendants(frame: Frame): Frame[] {
  return frame.childFrames().flatMap((child) => [child, ...descendants(child)]);
}

export class ChromiumPage extends ChromiumSurface implements Page {
  readonly page: PlaywrightPage;

  constructor(page: PlaywrightPage) {
    super(page.mainFrame());
    this.page = page;
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  close(): Promise<void> {
    return this.page.close();
  }

  async isClosed(): Promise<boolean> {
    return this.page.isClosed();
  }

  async waitForClose(options: WaitOptions = {}): Promise<void> {
    if (!this.page.isClosed()) await this.page.waitForEvent('close', { timeout: defaultTimeout, ...options });
  }

  waitForAddress(address: RegExp, options: WaitOptions = {}): Promise<void> {
    return this.page.waitForURL(address, { timeout: defaultTimeout, ...options });
  }

  bringToFront(): Promise<void> {
    return this.page.bringToFront();
  }

  setViewport(size: { width: number; height: number }): Promise<void> {
    return this.page.setViewportSize(size);
  }

  setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    return this.page.emulateMedia({ colorScheme: scheme });
  }

  setForcedColors(on: boolean): Promise<void> {
    return this.page.emulateMedia({ forcedColors: on ? 'active' : 'none' });
  }

  setReducedMotion(on: boolean): Promise<void> {
    return this.page.emulateMedia({ reducedMotion: on ? 'reduce' : 'no-preference' });
  }
}
