import type { IncomingMessage } from 'node:http';
import type { StandClock } from '../clock.ts';
import type { RequestRecord } from '../requests.ts';
import { parseCookies } from './cookies.ts';

/** A request, read to its end. */
export interface Exchange {
  /** Lower case, without a port. */
  readonly host: string;
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The body as a form; empty for any other content type. */
  readonly form: URLSearchParams;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly record: RequestRecord;
}

/** Reads the request and makes its record. */
export async function readExchange(incoming: IncomingMessage, clock: StandClock): Promise<Exchange> {
  const time = clock.now();
  const realTime = Date.now();
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const host = (headers.host ?? 'localhost').toLowerCase().replace(/:\d+$/, '');
  const url = new URL(incoming.url ?? '/', `https://${host}`);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? body : '');
  const cookies = parseCookies(headers.cookie);
  const method = incoming.method ?? 'GET';
  const record: RequestRecord = {
    time,
    realTime,
    host,
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body,
    form: Object.fromEntries(form),
    cookies,
    headers,
    status: null,
  };
  return { host, method, url, path: url.pathname, query: url.searchParams, body, form, cookies, headers, record };
}
