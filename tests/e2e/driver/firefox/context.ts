import { type Finder, finderSource } from '../page/finder.ts';
import type { Step } from '../page/steps.ts';
import type { Bidi, RemoteValue } from './bidi.ts';
import type { KeyAction } from './keys.ts';

/** Where the finder lives: a world of its own in each page. */
export const world = 'journey';

/** Looks for a frame again. */
export type FindAgain = () => Promise<string | undefined>;

/** Runs a function of the finder in a tab or frame. */
export class FirefoxContext {
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
      globalThis.journeyFinder ??= ${finderSource};
      return (${run})(globalThis.journeyFinder, steps, argument);
    }`;
    return (await this.use((id) => this.bidi.callJson(id, source, { steps, argument }, { world }))) as Value;
  }

  /** Handles of the elements found. */
  async elements(steps: Step[]): Promise<{ sharedId: string }[]> {
    const source = `(json) => {
      globalThis.journeyFinder ??= ${finderSource};
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
    const performed = this.bidi.send('input.performActions', {
      context: this.id,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
    // A key that goes down may take the frame away before it comes up.
    await performed.catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  }
}

/** What the browser says of a tab or frame that is not there any more. */
export function isGone(error: unknown): boolean {
  return /no such frame|discarded|AbortError/i.test(String(error));
}
