import { isRecord } from '@/lib/messenger/answers/read';
import type { ProfileToken } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { type Answer, readApiAnswer } from './apiAnswer';
import { createBackOffs, everything } from './backOff';
import { flood, kindOfCode, methodLimit, notCompiled, tooManyPerSecond } from './errors';
import { assignErrors, type MethodCall, toScript } from './execute';
import { createLimiter } from './limiter';
import { type ApiMemory, readApiMemory } from './memory';
import { createSending, type SendingDependencies } from './sending';

/** How often a request is sent in all while VK says «too many per second», and the first wait between. */
const attempts = 3;
const firstWait = 350;

/** When to try again after those attempts were in vain. */
const shortPause = 10_000;

/** For how long a method that the server refused is not asked for again. */
const refusedFor = 24 * 60 * 60_000;

export interface ApiDependencies extends SendingDependencies {
  /** Resolves after so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
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
  const { clock, wait } = dependencies;
  const memory = readApiMemory(dependencies.memory);
  const changed = () => dependencies.onMemory?.(structuredClone(memory));
  const send = createSending(dependencies, memory, changed);
  const limiter = createLimiter(clock, wait);
  const backOffs = createBackOffs(clock, memory, changed);

  function problemOf(method: string, code: number, profileId: number): Problem {
    const kind = method === 'execute' && code === notCompiled ? 'unknownMethod' : kindOfCode(code, method);
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

    let answer = await askOnce(method, form, token);
    for (let attempt = 1; attempt < attempts && answer.kind === 'tooMany'; attempt += 1) {
      await wait(firstWait * 2 ** (attempt - 1));
      answer = await askOnce(method, form, token);
    }
    return answer.kind === 'tooMany' ? fail(problemOf(method, tooManyPerSecond, token.profileId)) : answer.result;
  }

  type Asked = { kind: 'tooMany' } | { kind: 'result'; result: Result<Answer> };
  const refused = (found: Problem): Asked => ({ kind: 'result', result: fail(found) });

  async function askOnce(method: string, form: URLSearchParams, token: ProfileToken): Promise<Asked> {
    await limiter.enter(token.profileId);
    // Asked after the wait: what stood before us in the queue may have been refused.
    const retryAt = backOffs.until(token.profileId, method);
    if (retryAt !== null) return refused(problem('messenger', 'rateLimited', `${method}: not sent`, retryAt));

    const sent = await send(method, form);
    if (!sent.ok) {
      if (sent.problem.kind !== 'rateLimited') return refused(sent.problem);
      const until = backOffs.start(token.profileId, everything, sent.problem.retryAt);
      return refused({ ...sent.problem, retryAt: until });
    }

    const answer = readApiAnswer(sent.value);
    if (answer.kind === 'unreadable') return refused(problem('messenger', 'unreadable', `${method}: ${answer.detail}`));
    if (answer.kind === 'answer') {
      backOffs.end(token.profileId, method);
      return { kind: 'result', result: succeed(answer) };
    }
    if (answer.code === tooManyPerSecond) return { kind: 'tooMany' };
    return refused(problemOf(method, answer.code, token.profileId));
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
