import type { Readiness } from '../page/finder.ts';
import type { Step } from '../page/steps.ts';
import type { Role, RoleOptions } from '../roles.ts';
import type { Box, ClickOptions, Found, Name, Scope, WaitOptions } from '../types.ts';
import { waitUntil } from '../wait.ts';
import { type FirefoxContext, isGone } from './context.ts';
import { keyPress, typing } from './keys.ts';
import { pattern, told } from './words.ts';

export abstract class FirefoxScope implements Scope {
  protected readonly context: FirefoxContext;
  protected readonly steps: Step[];

  constructor(context: FirefoxContext, steps: Step[]) {
    this.context = context;
    this.steps = steps;
  }

  role(role: Role, name?: Name, options: RoleOptions = {}): Found {
    return this.next({ kind: 'role', role, options, ...(name === undefined ? {} : { name: pattern(name) }) });
  }

  text(text: Name): Found {
    return this.next({ kind: 'text', text: pattern(text) });
  }

  field(label: Name): Found {
    return this.next({ kind: 'field', label: pattern(label) });
  }

  css(selector: string): Found {
    return this.next({ kind: 'css', selector });
  }

  protected next(step: Step): Found {
    return new FirefoxFound(this.context, [...this.steps, step]);
  }
}

class FirefoxFound extends FirefoxScope implements Found {
  async click(options: ClickOptions = {}): Promise<void> {
    const button = { left: 0, middle: 1, right: 2 }[options.button ?? 'left'];
    await this.point(
      [
        { type: 'pointerDown', button },
        { type: 'pointerUp', button },
      ],
      options,
      options.modifiers,
    );
  }

  hover(options: WaitOptions = {}): Promise<void> {
    return this.point([], options);
  }

  async fill(text: string, options: WaitOptions = {}): Promise<void> {
    await this.one(options);
    const isSet = await this.context.ask(
      (finder, steps, value: string) => {
        const field = finder.find(steps)[0] as HTMLInputElement;
        field.focus();
        if (['color', 'date', 'datetime-local', 'month', 'range', 'time', 'week'].includes(field.type)) {
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        }
        field.select();
        return false;
      },
      this.steps,
      text,
    );
    if (!isSet) await this.context.keys(text === '' ? keyPress('Backspace') : typing(text));
  }

  async choose(label: string, options: WaitOptions = {}): Promise<void> {
    await this.one(options);
    const isThere = await this.context.ask(
      (finder, steps, wanted: string) => {
        const select = finder.find(steps)[0] as HTMLSelectElement;
        const index = [...select.options].findIndex((option) => finder.text(option) === wanted);
        if (index < 0) return false;
        select.selectedIndex = index;
        select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      this.steps,
      label,
    );
    if (!isThere) throw new Error(`No option "${label}" in ${told(this.steps)}`);
  }

  async press(key: string, options: WaitOptions = {}): Promise<void> {
    await this.one(options);
    await this.context.ask((finder, steps) => (finder.find(steps)[0] as HTMLElement).focus(), this.steps);
    await this.context.keys(keyPress(key));
  }

  async waitFor(state: 'visible' | 'hidden' = 'visible', options: WaitOptions = {}): Promise<void> {
    await this.wait(
      async () => {
        if (state === 'hidden') return !(await this.isVisible());
        return (await this.lookUp()) !== undefined && (await this.isVisible());
      },
      state === 'hidden' ? 'to be gone' : 'to be seen',
      options,
    );
  }

  isVisible(): Promise<boolean> {
    return this.context.ask((finder, steps) => finder.find(steps).some((one) => finder.isVisible(one)), this.steps);
  }

  async isEnabled(): Promise<boolean> {
    await this.one();
    return this.context.ask((finder, steps) => finder.find(steps).every((one) => finder.isEnabled(one)), this.steps);
  }

  count(): Promise<number> {
    return this.context.ask((finder, steps) => finder.find(steps).length, this.steps);
  }

  async textContent(): Promise<string> {
    await this.one();
    return this.context.ask((finder, steps) => finder.find(steps).map((one) => finder.text(one))[0] ?? '', this.steps);
  }

  allTexts(): Promise<string[]> {
    return this.context.ask((finder, steps) => finder.find(steps).map((one) => finder.text(one)), this.steps);
  }

  async value(): Promise<string> {
    return this.evaluate((element) => (element as HTMLInputElement).value);
  }

  async attribute(name: string): Promise<string | null> {
    await this.one();
    return this.context.ask(
      (finder, steps, wanted: string) => finder.find(steps)[0]?.getAttribute(wanted) ?? null,
      this.steps,
      name,
    );
  }

  box(): Promise<Box> {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  async evaluate<Value>(run: (element: HTMLElement) => Value | Promise<Value>): Promise<Value> {
    const element = await this.one();
    const answer = await this.context.bidi.call(
      this.context.id,
      `async (element) => JSON.stringify(await (${run})(element))`,
      [element],
    );
    return (typeof answer.value === 'string' ? JSON.parse(answer.value) : undefined) as Value;
  }

  first(): Found {
    return this.nth(0);
  }

  nth(index: number): Found {
    return this.next({ kind: 'nth', index });
  }

  having(text: Name): Found {
    return this.next({ kind: 'having', text: pattern(text) });
  }

  /** Waits for exactly one. */
  private one(options: WaitOptions = {}): Promise<{ sharedId: string }> {
    return this.wait(() => this.lookUp(), '', options);
  }

  /** @throws {Error} when there are more than one */
  private async lookUp(): Promise<{ sharedId: string } | undefined> {
    const elements = await this.context.elements(this.steps);
    if (elements.length <= 1) return elements[0];
    const list = await this.context.ask((finder, steps) => finder.find(steps).map(finder.describe), this.steps);
    throw new Error(`There are ${elements.length}: ${list.join(', ')}`);
  }

  /** Moves the pointer over the middle of the element once it is there, at rest and uncovered; then goes on. */
  private async point(actions: object[], options: WaitOptions, held: readonly string[] = []): Promise<void> {
    let last: Box | null = null;
    await this.wait(
      async () => {
        const element = await this.lookUp();
        if (element === undefined) return false;
        const state: Readiness & { box: Box } = await this.context.ask(
          (finder, steps, before: Box | null) => {
            const [found] = finder.find(steps);
            if (found === undefined) throw new Error('it has gone');
            return finder.prepare(found, before);
          },
          this.steps,
          last,
        );
        last = state.box;
        if (!state.ready) throw new Error(`It cannot be clicked: ${state.reason}`);
        if (state.hidden) await this.context.activate();
        await this.perform(element, actions, held);
        return true;
      },
      'to be ready',
      options,
    );
  }

  private async perform(element: { sharedId: string }, actions: object[], held: readonly string[]): Promise<void> {
    const move = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } };
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move, ...actions] };
    // The sources act in step: keys go down with the first action, and up after the last.
    const wait = actions.map(() => ({ type: 'pause' }));
    const keys = held.map((key) => {
      const [down, up] = keyPress(key);
      return { type: 'key', id: key, actions: [down, ...wait, up] };
    });
    try {
      await this.context.bidi.send('input.performActions', { context: this.context.id, actions: [...keys, pointer] });
    } catch (error) {
      // The click has closed or left the page: it was done, and must not be done again.
      if (!isGone(error)) throw error;
    }
  }

  private wait<Value>(
    ask: () => Promise<Value | undefined | false>,
    state: string,
    options: WaitOptions,
  ): Promise<Value> {
    return waitUntil(ask, {
      what: `${told(this.steps)} ${state}`.trim(),
      ...options,
      otherwise: () => this.context.ask((finder) => finder.outline()),
    });
  }
}
