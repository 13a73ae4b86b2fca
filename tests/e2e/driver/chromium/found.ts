import type { Frame, Locator } from '@playwright/test';
import type { Role, RoleOptions } from '../roles.ts';
import type { Box, ClickOptions, Found, Name, Scope, WaitOptions } from '../types.ts';
import { waitUntil } from '../wait.ts';

type Root = Pick<Frame, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'>;

function exactly(name: Name | undefined): { exact: boolean } {
  return { exact: typeof name === 'string' };
}

/** Looking things up, the same for a frame and for an element. */
export abstract class ChromiumScope implements Scope {
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

/** What a person who does not see the frame is told. */
export function outlineOf(frame: Frame): Promise<string> {
  return frame.locator('body').ariaSnapshot({ timeout: 2_000 });
}
