import { Agent, request } from 'node:https';
import type { Stand } from '@/tests/stand/stand.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  json<T = Record<string, unknown>>(): T;
}

export interface Sending {
  readonly method?: string;
  readonly form?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

/** A browser of few words: keeps cookies by host, follows redirects when told to. */
export class Client {
  readonly #stand: Stand;
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name);
  }

  setCookie(host: string, name: string, value: string): void {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar.set(name, value));
  }

  /** One request, by the real address. */
  async send(address: string, { method, form, headers }: Sending = {}): Promise<Answer> {
    const url = new URL(address);
    const body = form ? new URLSearchParams(form).toString() : '';
    const jar = [...(this.#cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`);
    const answer = await new Promise<Answer>((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.#stand.port,
          servername: url.hostname,
          agent: this.#agent,
          method: method ?? (form ? 'POST' : 'GET'),
          path: url.pathname + url.search,
          headers: {
            host: url.host,
            ...(jar.length > 0 ? { cookie: jar.join('; ') } : {}),
            ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
            ...headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: text,
              json: <T>() => JSON.parse(text) as T,
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    this.#keep(url.host, answer);
    return answer;
  }

  /** Follows redirects until a page, or until an address for which `stop` is true; returns where it ended. */
  async follow(
    address: string,
    sending: Sending = {},
    stop: (url: string) => boolean = () => false,
  ): Promise<{ url: string; answer: Answer | null }> {
    let url = address;
    let answer = await this.send(url, sending);
    for (let hops = 0; hops < 20; hops += 1) {
      const location = answer.headers.location;
      if (typeof location !== 'string') return { url, answer };
      url = new URL(location, url).href;
      if (stop(url)) return { url, answer: null };
      answer = await this.send(url);
    }
    throw new Error(`No end of redirects at ${url}`);
  }

  #keep(host: string, answer: Answer): void {
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (line.includes('Max-Age=0')) this.#cookies.get(host)?.delete(name);
      else this.setCookie(host, name, value);
    }
  }
}

/** The hidden field of a sign-in page that says which window it is. */
export function flowIn(answer: Answer | null): string {
  return /name="flow" value="([^"]+)"/.exec(answer?.body ?? '')?.[1] ?? '';
}

/** The heading of a page. */
export function headingOf(answer: Answer | null): string {
  return /<h1>([^<]*)/.exec(answer?.body ?? '')?.[1] ?? '';
}
