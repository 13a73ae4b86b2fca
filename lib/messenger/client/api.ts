import { type HttpDependencies, type JsonAnswer, request } from '@/lib/http';
import { isRecord } from '@/lib/messenger/answers/read';
import type { ProfileToken } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { apiOrigins } from '@/lib/sites/messenger';
import { createBackOffs, everything } from './backOff';
import { flood, kindOfCode, methodLimit, notCompiled, tooManyPerSecond } from './errors';
import { assignErrors, type InnerError, type MethodCall, readInnerErrors, toScript } from './execute';
import { createLimiter } from './limiter';
import { type ApiMemory, readApiMemory } from './memory';

const version = '5.245';

/** How often a request is sent in all while VK says «too many per second», and the first wait between. */
const attempts = 3;
const firstWait = 350;

/** When to try again after those attempts were in vain. */
const shortPause = 10_000;

/** For how long a method that the server refused is not asked for again. */
const refusedFor = 24 * 60 * 60_000;

export interface ApiDependencies extends HttpDependencies {
  /** Resolves after so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  /** Origins to ask, `apiOrigins` where not said. */
  hosts?: readonly string[];
  /** What an earlier client learned (`Api.memory`), as it was kept. */
  memory?: unknown;
  /** Called with everything learned so far whenever it changes. */
  onMemory?: (memory: ApiMemory) => void;
}

export type Parameters = Readonly<Record<string, string | number>>;

/** VK's API for any number of profiles: one client for the whole background, so that its limits hold for all. */
export interface Api {
  /**
   * Calls one method.
   *
   * @returns what stands in `response`, not yet checked; or `signedOut` (code 5: see `withToken`), `rateLimited` with
   *   `retryAt`, `captcha`, `tooLarge`, `unknownMethod`, `noAccess`, `badRequest`, `serverError`, `unreadable`, and all
   *   that `request` of `lib/http` can say
   */
  call(method: string, parameters: Parameters, token: ProfileToken): Promise<Result<unknown>>;
  /**
   * Calls several methods in one request (`execute`). The outer result is that of the request; a method that failed
   * inside is a problem in its own place only.
   */
  execute<Name extends string>(
    calls: Readonly<Record<Name, MethodCall>>,
    token: ProfileToken,
  ): Promise<Result<Record<Name, Result<unknown>>>>;
  /** Whether the server is known to refuse the method for this profile: it is not worth asking. */
  isRefused(method: string, profileId: number): boolean;
  /** Remembers that it does, for a day at most. */
  refuse(method: string, profileId: number): void;
  /** Until when VK's limits forbid the method for this profile, unix milliseconds on the corrected clock, or `null`. */
  retryAt(method: string, profileId: number): number | null;
  /** Everything learned so far. */
  memory(): ApiMemory;
  /** Takes over what an earlier client learned, as it was kept; anything else is an empty memory. */
  restore(kept: unknown): void;
}

/** Makes the client; see `Api`. */
export function createApi(dependencies: ApiDependencies): Api {
  const { clock, wait, hosts = apiOrigins } = dependencies;
  const memory = readApiMemory(dependencies.memory);
  const changed = () => dependencies.onMemory?.(structuredClone(memory));
  const limiter = createLimiter(clock, wait);
  const backOffs = createBackOffs(clock, memory, changed);

  /** Sends to the host that answered last, and where it cannot be reached to the others, each once. */
  async function send(method: string, body: string): Promise<Result<JsonAnswer>> {
    const first = Math.max(0, memory.host === null ? 0 : hosts.indexOf(memory.host));
    const order = [...hosts.slice(first), ...hosts.slice(0, first)];
    let failure: Result<JsonAnswer> | null = null;
    for (const host of order) {
      const answer = await request({
        ...dependencies,
        url: `${host}/method/${method}?v=${version}`,
        init: {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
          body,
        },
        service: 'messenger',
        // A host that leads elsewhere is not the API any more.
        redirected: 'offline',
        judgeBy: 'body',
        label: method,
      });
      if (answer.ok || !isUnreached(answer.problem)) {
        if (host !== (memory.host ?? hosts[0])) {
          memory.host = host;
          changed();
        }
        return answer;
      }
      // Two hosts that keep silent for their whole time: enough for one click.
      if (failure && answer.problem.kind === 'slow') return failure;
      failure ??= answer;
    }
    return failure ?? fail(problem('messenger', 'offline', 'no host'));
  }

  function problemOf(method: string, code: number, profileId: number): Problem {
    const kind = method === 'execute' && code === notCompiled ? 'unknownMethod' : kindOfCode(code);
    const detail = `${method}: code ${code}`;
    if (code === flood || code === methodLimit) {
      const retryAt = backOffs.start(profileId, code === flood ? everything : method);
      return problem('messenger', kind, detail, retryAt);
    }
    return problem('messenger', kind, detail, kind === 'rateLimited' ? clock.now() + shortPause : undefined);
  }

  /** One method, repeated while VK says «too many per second». */
  async function ask(method: string, parameters: Parameters, token: ProfileToken): Promise<Result<Answer>> {
    const form = new URLSearchParams({ access_token: token.token });
    for (const [name, value] of Object.entries(parameters)) form.set(name, String(value));
    const body = form.toString();

    for (let attempt = 1; ; attempt += 1) {
      await limiter.enter(token.profileId);
      // Asked after the wait: what stood before us in the queue may have been refused.
      const retryAt = backOffs.until(token.profileId, method);
      if (retryAt !== null) return fail(problem('messenger', 'rateLimited', `${method}: not sent`, retryAt));

      const sent = await send(method, body);
      if (!sent.ok) {
        if (sent.problem.kind !== 'rateLimited') return sent;
        return fail({
          ...sent.problem,
          retryAt: backOffs.start(token.profileId, everything, sent.problem.retryAt),
        });
      }

      const answer = readAnswer(sent.value);
      if (answer.kind === 'unreadable') return fail(problem('messenger', 'unreadable', `${method}: ${answer.detail}`));
      if (answer.kind === 'answer') {
        backOffs.end(token.profileId, method);
        return succeed(answer);
      }
      if (answer.code !== tooManyPerSecond || attempt === attempts) {
        return fail(problemOf(method, answer.code, token.profileId));
      }
      await wait(firstWait * 2 ** (attempt - 1));
    }
  }

  return {
    async call(method, parameters, token) {
      const answer = await ask(method, parameters, token);
      return answer.ok ? succeed(answer.value.response) : answer;
    },
    async execute<Name extends string>(calls: Readonly<Record<Name, MethodCall>>, token: ProfileToken) {
      const answer = await ask('execute', { code: toScript(calls) }, token);
      if (!answer.ok) return answer;
      const { response, innerErrors } = answer.value;
      if (!isRecord(response)) return fail(problem('messenger', 'unreadable', 'execute: no object'));
      const codes = assignErrors(calls, response, innerErrors);
      const parts = {} as Record<Name, Result<unknown>>;
      for (const name of Object.keys(calls) as Name[]) {
        const code = codes[name];
        parts[name] =
          code === undefined ? succeed(response[name]) : fail(problemOf(calls[name].method, code, token.profileId));
      }
      return succeed(parts);
    },
    isRefused(method, profileId) {
      const until = memory.refused[`${profileId} ${method}`];
      return until !== undefined && until > clock.now() && until <= clock.now() + refusedFor;
    },
    refuse(method, profileId) {
      memory.refused[`${profileId} ${method}`] = clock.now() + refusedFor;
      changed();
    },
    retryAt: (method, profileId) => backOffs.until(profileId, method),
    memory: () => structuredClone(memory),
    restore(kept) {
      Object.assign(memory, readApiMemory(kept));
    },
  };
}

/** Whether another host may do better. */
function isUnreached({ kind }: Problem): boolean {
  return kind === 'offline' || kind === 'slow' || kind === 'notPermitted';
}

interface Answer {
  response: unknown;
  innerErrors: InnerError[];
}

type ReadAnswer =
  | ({ kind: 'answer' } & Answer)
  | { kind: 'error'; code: number }
  | { kind: 'unreadable'; detail: string };

/** VK answers with status 200 either way, so the body alone decides. */
function readAnswer({ status, json }: JsonAnswer): ReadAnswer {
  if (!isRecord(json)) return { kind: 'unreadable', detail: `status ${status}, no object` };
  if ('error' in json) {
    const code = isRecord(json.error) ? json.error.error_code : undefined;
    return typeof code === 'number' ? { kind: 'error', code } : { kind: 'unreadable', detail: 'error without a code' };
  }
  if (!('response' in json)) return { kind: 'unreadable', detail: `status ${status}, no response` };
  return { kind: 'answer', response: json.response, innerErrors: readInnerErrors(json.execute_errors) };
}
