import { type HttpDependencies, type JsonAnswer, longestWait, request } from '@/lib/http';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result } from '@/lib/result';
import { apiOrigins } from '@/lib/sites/messenger';
import { readApiAnswer } from './apiAnswer';
import type { ApiMemory } from './memory';

const version = '5.245';

/** So long one host may keep silent while another may do better, milliseconds. */
const longestSilence = 5_000;

const formType = 'application/x-www-form-urlencoded;charset=UTF-8';

export interface SendingDependencies extends HttpDependencies {
  /** Origins to ask, `apiOrigins` where not said. */
  hosts?: readonly string[];
}

/** Sends one call of VK's API, the token among its parameters; what came back is JSON, not yet checked. */
export type Send = (method: string, form: URLSearchParams) => Promise<Result<JsonAnswer>>;

/**
 * Makes the sender: it finds a host that answers and a way that is not refused, and remembers both.
 *
 * @param memory where both are kept
 * @param changed called after each change
 */
export function createSending(dependencies: SendingDependencies, memory: ApiMemory, changed: () => void): Send {
  const { hosts = apiOrigins, clock, timeoutMs = longestWait } = dependencies;

  interface Call {
    method: string;
    form: URLSearchParams;
    /** When the answer is waited for no longer, on the computer's clock. */
    end: number;
  }

  function sendOnce(host: string, { method, form, end }: Call, byGet: boolean): Promise<Result<JsonAnswer>> {
    const query = new URLSearchParams([['v', version], ...(byGet ? form : [])]);
    return request({
      ...dependencies,
      url: `${host}/method/${method}?${query}`,
      init: byGet ? {} : { method: 'POST', headers: { 'content-type': formType }, body: form.toString() },
      timeoutMs: Math.max(0, end - clock.computerNow()),
      service: 'messenger',
      // A host that leads elsewhere is not the API any more.
      redirected: 'offline',
      judgeBy: 'body',
      label: method,
    });
  }

  /**
   * A POST from an extension carries an `Origin` that no other client sends, a GET none: where one way is answered by
   * anything but VK's JSON the other is tried, once, and what worked is remembered.
   */
  async function sendTo(host: string, call: Call): Promise<Result<JsonAnswer>> {
    const answer = await sendOnce(host, call, memory.byGet);
    if (!isRefusedWay(answer)) return answer;
    const other = await sendOnce(host, call, !memory.byGet);
    if (!other.ok || isRefusedWay(other)) return answer;
    memory.byGet = !memory.byGet;
    changed();
    return other;
  }

  /** To the host that answered last, and where it cannot be reached to the others, each once, in the time of one answer. */
  return async (method, form) => {
    const last = clock.computerNow() + timeoutMs;
    const first = Math.max(0, memory.host === null ? 0 : hosts.indexOf(memory.host));
    const order = [...hosts.slice(first), ...hosts.slice(0, first)];
    let failure: Result<JsonAnswer> | null = null;
    for (const host of order) {
      const now = clock.computerNow();
      if (now >= last) break;
      const answer = await sendTo(host, { method, form, end: Math.min(last, now + longestSilence) });
      if (answer.ok || !isUnreached(answer.problem)) {
        if (host !== (memory.host ?? hosts[0])) {
          memory.host = host;
          changed();
        }
        return answer;
      }
      failure ??= answer;
    }
    return failure ?? fail(problem('messenger', 'offline', 'no host'));
  };
}

/** Whether something answered that was not VK's API: a refusal with 403, a page. */
function isRefusedWay(answer: Result<JsonAnswer>): boolean {
  if (answer.ok) return answer.value.status >= 400 && readApiAnswer(answer.value).kind === 'unreadable';
  const { kind } = answer.problem;
  return kind === 'noAccess' || kind === 'unreadable' || kind === 'badRequest';
}

/** Whether another host may do better. */
function isUnreached({ kind }: Problem): boolean {
  return kind === 'offline' || kind === 'slow' || kind === 'notPermitted';
}
