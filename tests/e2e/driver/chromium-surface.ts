import type { Frame, Locator, Page as PlaywrightPage } from '@playwright/test';
import { axeSource, runAxe } from './axe.ts';
import { makeFinder } from './finder.ts';
import type {
  Box,
  ClickOptions,
  Found,
  Name,
  Page,
  Role,
  RoleOptions,
  Scope,
  Surface,
  Violation,
  WaitOptions,
} from './types.ts';
import { defaultTimeout, waitUntil } from './wait.ts';

type Root = Pick<Frame, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'>;

function exactly(name: Name | undefined): { exact: boolean } {
  return { exact: typeof name === 'string' };
}

/** Looking things up, the same for a frame and for an element. */
abstract class ChromiumScope implements Scope {
  protected abstract readonly root: Root;
  protected abstract readonly frame_: Frame;

  role(role: Role, name?: Name, options: RoleOptions = {}): Found {
    return this.found(
      this.root.getByRole(role, { ...options, ...exactly(name), ...(name === undefined ? {} : { name }) }),
    );
  }

  text(text: Name): Found {
    return this.found(this.root.getByText(text, exactly(text)).filter({ visible: true }));
  }

  field(label: Name): Found {
    return this.found(this.root.getByLabel(label, exactly(label)));
  }

  css(selector: string): Found {
    return this.found(this.root.locator(selector));
  }

  private found(locator: Locator): Found {
    return new ChromiumFound(this.frame_, locator);
  }
}

class ChromiumFound extends ChromiumScope implements Found {
  protected readonly root: Locator;
  protected readonly frame_: Frame;

  constructor(frame: Frame, locator: Locator) {
    super();
    this.frame_ = frame;
    this.root = locator;
  }

  click(options: ClickOptions = {}): Promise<void> {
    return this.explained(() => this.root.click(options));
  }

  hover(options: WaitOptions = {}): Promise<void> {
    return this.explained(() => this.root.hover(options));
  }

  fill(text: string, options: WaitOptions = {}): Promise<void> {
    return this.explained(() => this.root.fill(text, options));
  }

  async choose(label: string, options: WaitOptions = {}): Promise<void> {
    await this.explained(() => this.root.selectOption({ label }, options));
  }

  press(key: string, options: WaitOptions = {}): Promise<void> {
    return this.explained(() => this.root.press(key, options));
  }

  async waitFor(state: 'visible' | 'hidden' = 'visible', options: WaitOptions = {}): Promise<void> {
    if (state === 'visible') {
      await this.explained(() => this.root.waitFor({ state, ...options }));
      return;
    }
    await waitUntil(async () => !(await this.isVisible()), {
      what: `${String(this.root)} to be gone`,
      ...options,
      otherwise: () => outlineOf(this.frame_),
    });
  }

  async isVisible(): Promise<boolean> {
    return (await this.root.filter({ visible: true }).count()) > 0;
  }

  isEnabled(): Promise<boolean> {
    return this.explained(() => this.root.isEnabled());
  }

  count(): Promise<number> {
    return this.root.count();
  }

  async textContent(): Promise<string> {
    return tidy(await this.explained(() => this.root.innerText()));
  }

  async allTexts(): Promise<string[]> {
    return (await this.root.allInnerTexts()).map(tidy);
  }

  value(): Promise<string> {
    return this.explained(() => this.root.inputValue());
  }

  attribute(name: string): Promise<string | null> {
    return this.explained(() => this.root.getAttribute(name));
  }

  box(): Promise<Box> {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  evaluate<Value>(run: (element: HTMLElement) => Value | Promise<Value>): Promise<Value> {
    return this.explained(() => this.root.evaluate(run as (element: SVGElement | HTMLElement) => Value));
  }

  first(): Found {
    return new ChromiumFound(this.frame_, this.root.first());
  }

  nth(index: number): Found {
    return new ChromiumFound(this.frame_, this.root.nth(index));
  }

  having(text: Name): Found {
    return new ChromiumFound(this.frame_, this.root.filter({ hasText: text }));
  }

  /** Adds to a time-out what was on the page instead. */
  private async explained<Value>(act: () => Promise<Value>): Promise<Value> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Error && !this.frame_.isDetached()) {
        error.message += `\n${await outlineOf(this.frame_).catch(String)}`;
      }
      throw error;
    }
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function outlineOf(frame: Frame): Promise<string> {
  return frame.locator('body').ariaSnapshot({ timeout: 2_000 });
}

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
    return this.frame_.evaluate(`(${makeFinder})().focused()`);
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

export function matches(address: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? address.includes(wanted) : wanted.test(address);
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
}
