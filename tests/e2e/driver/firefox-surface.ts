import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { axeSource, runAxe } from './axe.ts';
import type { Bidi, ContextInfo, RemoteValue } from './bidi.ts';
import { matches } from './chromium-surface.ts';
import { type Finder, makeFinder, type Pattern, type Readiness, type Step } from './finder.ts';
import { type KeyAction, keyPress, typing } from './keys.ts';
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
import { waitUntil } from './wait.ts';

/** Where the finder lives: a world of its own in each page. */
const world = 'journey';

function pattern(name: Name): Pattern {
  return typeof name === 'string'
    ? { kind: 'text', text: name }
    : { kind: 'expression', source: name.source, flags: name.flags.replace('g', '') };
}

/** A search in words, for messages. */
function told(steps: Step[]): string {
  return steps.map(tellStep).join(' › ');
}

function tellStep(step: Step): string {
  switch (step.kind) {
    case 'role': {
      const options = Object.entries(step.options).map(([name, value]) => ` [${name}=${value}]`);
      return `${step.role}${step.name === undefined ? '' : ` ${tellPattern(step.name)}`}${options.join('')}`;
    }
    case 'text':
      return `text ${tellPattern(step.text)}`;
    case 'field':
      return `field ${tellPattern(step.label)}`;
    case 'css':
      return step.selector;
    case 'having':
      return `having ${tellPattern(step.text)}`;
    case 'nth':
      return `number ${step.index}`;
  }
}

function tellPattern(wanted: Pattern): string {
  return wanted.kind === 'text' ? `"${wanted.text}"` : `/${wanted.source}/${wanted.flags}`;
}

/** Looks for a frame again. */
type FindAgain = () => Promise<string | undefined>;

/** Runs a function of the finder in a tab or frame. */
class FirefoxContext {
  readonly bidi: Bidi;
  /** The tab that the frame is in; the same as `id` for a tab. */
  readonly tab: string;
  private current: string;
  private readonly findAgain: FindAgain | undefined;

  constructor(bidi: Bidi, id: string, tab: string, findAgain?: FindAgain) {
    this.bidi = bidi;
    this.current = id;
    this.tab = tab;
    this.findAgain = findAgain;
  }

  get id(): string {
    return this.current;
  }

  /** Uses the context. For a person a frame that the page has thrown away and made anew is the same place. */
  async use<Value>(act: (id: string) => Promise<Value>): Promise<Value> {
    try {
      return await act(this.current);
    } catch (error) {
      const found = isGone(error) ? await this.findAgain?.() : undefined;
      if (found === undefined || found === this.current) throw error;
      this.current = found;
      return act(found);
    }
  }

  /** @param body of a function of `finder`, `steps` and `argument`, the last as JSON. */
  async ask<Value>(
    run: (finder: Finder, steps: Step[], argument: never) => Value,
    steps: Step[] = [],
    argument?: unknown,
  ) {
    const source = `async ({ steps, argument }) => {
      globalThis.journeyFinder ??= (${makeFinder})();
      return (${run})(globalThis.journeyFinder, steps, argument);
    }`;
    return (await this.use((id) => this.bidi.callJson(id, source, { steps, argument }, { world }))) as Value;
  }

  /** Handles of the elements found. */
  async elements(steps: Step[]): Promise<{ sharedId: string }[]> {
    const source = `(json) => {
      globalThis.journeyFinder ??= (${makeFinder})();
      return globalThis.journeyFinder.find(JSON.parse(json));
    }`;
    const json = { type: 'string', value: JSON.stringify(steps) };
    const answer = await this.use((id) => this.bidi.call(id, source, [json], { world }));
    return (answer.value as RemoteValue[]).flatMap(({ sharedId }) => (sharedId === undefined ? [] : [{ sharedId }]));
  }

  /** A person acts on the tab in front. */
  async activate(): Promise<void> {
    const isHidden = await this.bidi.callJson(this.id, '() => document.hidden', undefined, { world });
    if (isHidden) await this.bidi.send('browsingContext.activate', { context: this.tab });
  }

  async keys(actions: KeyAction[]): Promise<void> {
    await this.activate();
    await this.bidi.send('input.performActions', {
      context: this.id,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }
}

/** What the browser says of a tab or frame that is not there any more. */
function isGone(error: unknown): boolean {
  return /no such frame|discarded|AbortError/i.test(String(error));
}

abstract class FirefoxScope implements Scope {
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
  private async point(actions: object[], options: WaitOptions): Promise<void> {
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
        await this.perform(element, actions);
        return true;
      },
      'to be ready',
      options,
    );
  }

  private async perform(element: { sharedId: string }, actions: object[]): Promise<void> {
    const move = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } };
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move, ...actions] };
    try {
      await this.context.bidi.send('input.performActions', { context: this.context.id, actions: [pointer] });
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

  async setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.context.bidi.privileged(
      (value) => {
        const { Services } = globalThis as unknown as {
          Services: { prefs: { setIntPref(n: string, v: number): void } };
        };
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
      },
      scheme === 'dark' ? 0 : 1,
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
