import type { Browser as PuppeteerBrowser } from 'puppeteer-core';

/** A value as WebDriver BiDi sends it. */
export interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

/** A tab, a popup or a frame. */
export interface ContextInfo {
  context: string;
  url: string;
  parent?: string | null;
  children?: ContextInfo[] | null;
}

type Evaluated = { type: 'success'; result: RemoteValue } | { type: 'exception'; exceptionDetails: { text: string } };

/** The raw connection, that puppeteer keeps to itself. */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
  on(event: string, listener: (parameters: never) => void): void;
}

interface LogEntry {
  level: string;
  text: string | null;
  source: { context?: string };
}

/** Raw WebDriver BiDi: what puppeteer has no way for, and frames and pages of extensions. */
export class Bidi {
  private readonly connection: Connection;

  constructor(browser: PuppeteerBrowser) {
    const { connection } = browser as unknown as { connection?: Connection };
    if (connection === undefined) throw new Error('puppeteer has no BiDi connection');
    this.connection = connection;
  }

  async send<Answer>(method: string, parameters: object): Promise<Answer> {
    const { result } = await this.connection.send(method, parameters);
    return result as Answer;
  }

  onLog(listener: (entry: LogEntry) => void): void {
    this.connection.on('log.entryAdded', listener);
  }

  /** All tabs, with their frames inside; `chrome` gives the browser's own windows. */
  async tree(scope?: 'chrome'): Promise<ContextInfo[]> {
    const parameters = scope === undefined ? {} : { 'moz:scope': scope };
    const { contexts } = await this.send<{ contexts: ContextInfo[] }>('browsingContext.getTree', parameters);
    return contexts;
  }

  /** Runs a function given as text. `world`: a sandbox of this name, which sees the page but not its variables. */
  async call(
    context: string,
    source: string,
    argumentsGiven: object[],
    options: { world?: string } = {},
  ): Promise<RemoteValue> {
    const answer = await this.send<Evaluated>('script.callFunction', {
      functionDeclaration: source,
      arguments: argumentsGiven,
      awaitPromise: true,
      userActivation: false,
      target: { context, ...(options.world === undefined ? {} : { sandbox: options.world }) },
      serializationOptions: { maxDomDepth: 0 },
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  /** Runs a function with a value and gives back what it returns; both go over as JSON. */
  async callJson(context: string, run: string, argument: unknown, options: { world?: string } = {}): Promise<unknown> {
    const source = `async (json) => JSON.stringify(await (${run})(json === '' ? undefined : JSON.parse(json)))`;
    const json = argument === undefined ? '' : JSON.stringify(argument);
    const answer = await this.call(context, source, [{ type: 'string', value: json }], options);
    return typeof answer.value === 'string' ? JSON.parse(answer.value) : undefined;
  }

  /** Runs with the browser's own rights, in one of its windows. */
  async privileged<Value, Argument>(
    run: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value> {
    const [window] = await this.tree('chrome');
    if (window === undefined) throw new Error('Firefox has no window');
    return (await this.callJson(window.context, run.toString(), argument)) as Value;
  }
}
