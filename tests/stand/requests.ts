import type { EndpointName } from './faults.ts';

/** One request that reached the stand. */
export interface RequestRecord {
  /** By the stand's clock, milliseconds. */
  readonly time: number;
  /** By the computer's clock, milliseconds: for rates, which a moved clock must not distort. */
  readonly realTime: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The body as it came. */
  readonly body: string;
  /** The body parsed as a form; empty when it is none. */
  readonly form: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Who asked: `origin`, `referer`, `sec-fetch-*` and the like. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is known by name among the stand's endpoints. */
  endpoint?: EndpointName;
  /** HTTP status of the answer; null while it is being made or when the connection was broken. */
  status: number | null;
}
