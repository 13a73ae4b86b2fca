import type { Clock } from './clock';
import { type Problem, type ProblemKind, problem, type Service } from './problem';
import { fail, type Result, succeed } from './result';

/** The part of the platform's `fetch` that clients use. */
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** What every client at the edge needs from outside. */
export interface HttpDependencies {
  fetch: Fetch;
  clock: Clock;
  /**
   * Whether the extension may talk to this origin (`https://host`). Asked after a failure only: `fetch` reports a host
   * without permission exactly like a host that cannot be reached.
   */
  isPermitted?: ((origin: string) => Promise<boolean>) | undefined;
  /** Whether the person does not want the service to be asked at all: then nothing is sent. */
  isSwitchedOff?: (() => Promise<boolean>) | undefined;
  /** How long an answer may take, body included, in milliseconds; {@link longestWait} where not said. */
  timeoutMs?: number | undefined;
}

export interface HttpRequest extends HttpDependencies {
  url: string;
  /** `redirect` is always `manual`; `credentials` is `omit` where not said. */
  init?: RequestInit;
  service: Service;
  /** What a redirect means here; `signedOut` where not said. */
  redirected?: ProblemKind;
  /** What a page instead of JSON means here; `unreadable` where not said. */
  html?: ProblemKind;
  /** What 401 and 403 mean here; `noAccess` where not said. */
  forbidden?: ProblemKind;
  /** `body`: a JSON answer is handed over whatever its status. `status` (where not said): only one of 200–299. */
  judgeBy?: 'status' | 'body';
  /** For `detail`: the method or the step, never an address with a query. */
  label?: string;
}

/** A JSON answer, not yet checked by any schema. */
export interface JsonAnswer {
  status: number;
  json: unknown;
  /** The raw `Date` header. */
  date: string | null;
}

/** Whoever waits for an answer is told within 10 s that it does not come: so long it may take, milliseconds. */
export const longestWait = 7_000;

/** Whatever is longer was not made for us; characters. */
const longestAnswer = 4_000_000;

/**
 * Asks once for JSON and turns everything that can go wrong into a problem; nothing is thrown and nothing repeated.
 *
 * - switched off by the person → `switchedOff`, nothing is sent
 * - not reached → `offline`, or `notPermitted` where `isPermitted` says so; no answer in time → `slow`;
 *   `init.signal` aborted → `cancelled`
 * - redirect → `redirected`; 401, 403 → `forbidden`; 429 → `rateLimited`, with `retryAt` where the server gives it;
 *   other 4xx → `badRequest`; 5xx → `serverError`; a body of a size that no answer has → `tooLarge`
 * - HTML → `html`; anything else that is not JSON → `unreadable`
 *
 * The answer's `Date` goes to `clock`.
 */
export async function request(options: HttpRequest): Promise<Result<JsonAnswer>> {
  if (options.isSwitchedOff && (await options.isSwitchedOff()))
    return fail(describe(options, 'switchedOff', 'not sent'));
  const exchanged = await exchange(options);
  return exchanged.ok ? judge(options, exchanged.value) : exchanged;
}

interface RawAnswer {
  status: number;
  redirected: boolean;
  text: string;
  contentType: string;
  date: string | null;
  retryAfter: string | null;
}

async function exchange(options: HttpRequest): Promise<Result<RawAnswer>> {
  const { clock, init = {} } = options;
  const controller = new AbortController();
  let timedOut = false;
  // Not `AbortSignal.timeout`: it cannot be told from the caller's own abort once the two are combined.
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, options.timeoutMs ?? longestWait);
  const onAbort = () => controller.abort();
  if (init.signal?.aborted) controller.abort();
  init.signal?.addEventListener('abort', onAbort, { once: true });

  try {
    const sentAt = clock.computerNow();
    const response = await options.fetch(options.url, {
      credentials: 'omit',
      cache: 'no-store',
      ...init,
      redirect: 'manual',
      signal: controller.signal,
    });
    const date = response.headers.get('date');
    clock.observe(date, sentAt, clock.computerNow());
    // Browsers show a redirect as an opaque answer with status 0; Node gives the answer itself.
    const redirected = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    return succeed({
      status: response.status,
      redirected,
      text: redirected ? '' : await response.text(),
      contentType: response.headers.get('content-type') ?? '',
      date,
      retryAfter: response.headers.get('retry-after'),
    });
  } catch (cause) {
    if (timedOut) return fail(describe(options, 'slow', 'no answer in time'));
    if (init.signal?.aborted) return fail(describe(options, 'cancelled', 'aborted by the caller'));
    const permitted = await isPermitted(options);
    const name = cause instanceof Error ? cause.name : typeof cause;
    return fail(describe(options, permitted ? 'offline' : 'notPermitted', name));
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener('abort', onAbort);
  }
}

async function isPermitted(options: HttpRequest): Promise<boolean> {
  try {
    return (await options.isPermitted?.(new URL(options.url).origin)) ?? true;
  } catch {
    // Not knowing is not a reason to ask the person for a permission.
    return true;
  }
}

function judge(options: HttpRequest, answer: RawAnswer): Result<JsonAnswer> {
  const { status, date } = answer;
  if (answer.redirected) return fail(describe(options, options.redirected ?? 'signedOut', 'redirected'));
  if (answer.text.length > longestAnswer) return fail(describe(options, 'tooLarge', `status ${status}`));

  const json = parseJson(answer.text);
  const good = status >= 200 && status < 300;
  if (json !== undefined && (good || options.judgeBy === 'body')) return succeed({ status, json, date });

  const detail = `status ${status}`;
  if (status === 401 || status === 403) return fail(describe(options, options.forbidden ?? 'noAccess', detail));
  if (status === 429) {
    const retryAt = readRetryAfter(answer.retryAfter, options.clock);
    return fail({ ...describe(options, 'rateLimited', detail), ...(retryAt === null ? {} : { retryAt }) });
  }
  if (status >= 500) return fail(describe(options, 'serverError', detail));
  if (!good) return fail(describe(options, 'badRequest', detail));
  return isHtml(answer)
    ? fail(describe(options, options.html ?? 'unreadable', `${detail}, a page instead of JSON`))
    : fail(describe(options, 'unreadable', `${detail}, not JSON`));
}

function describe(options: HttpRequest, kind: ProblemKind, detail: string): Problem {
  return problem(options.service, kind, options.label ? `${options.label}: ${detail}` : detail);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isHtml(answer: RawAnswer): boolean {
  return /html/i.test(answer.contentType) || /^\s*</.test(answer.text);
}

/** `Retry-After` is seconds or a date; the moment on the corrected clock, or `null`. */
function readRetryAfter(header: string | null, clock: Clock): number | null {
  if (header === null) return null;
  if (/^\d{1,6}$/.test(header.trim())) return clock.now() + Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : date;
}
