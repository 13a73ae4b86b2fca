import type { ProfileToken } from '@/lib/messenger/types';
import type { Problem, ProblemKind } from '@/lib/problem';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import type { Api } from './api';
import { uncertain } from './errors';
import type { MethodCall } from './execute';

/** Several methods by name, and what came of each. */
export type MethodCalls<Name extends string> = Readonly<Record<Name, MethodCall>>;
export type Parts<Name extends string> = Record<Name, Result<unknown>>;

/** What is true of all requests as soon as it is true of one: no use in asking the rest. */
const general: ReadonlySet<ProblemKind> = new Set([
  'offline',
  'slow',
  'notPermitted',
  'switchedOff',
  'signedOut',
  'captcha',
]);

/** How a server says that it does not do `execute` or an uncertain method, or not for this application. */
const refusals: ReadonlySet<ProblemKind> = new Set(['unknownMethod', 'noAccess', 'badRequest']);

/**
 * Asks for several methods in one `execute`, and one by one where the server refuses that. Methods known to be refused
 * are not asked for. What the server refuses is remembered.
 *
 * @returns a problem of the whole, else each method's own answer or problem
 */
export async function askParts<Name extends string>(
  api: Api,
  calls: MethodCalls<Name>,
  token: ProfileToken,
): Promise<Result<Parts<Name>>> {
  const names = Object.keys(calls) as Name[];
  const parts = {} as Parts<Name>;
  for (const name of names) {
    const { method } = calls[name];
    const retryAt = api.retryAt(method, token.profileId);
    if (api.isRefused(method, token.profileId)) {
      parts[name] = fail(problem('messenger', 'unknownMethod', `${method}: refused before`));
    } else if (retryAt !== null) {
      parts[name] = fail(problem('messenger', 'rateLimited', `${method}: not sent`, retryAt));
    }
  }
  const wanted = names.filter((name) => !(name in parts));

  let executeRefused = false;
  if (wanted.length > 1 && !api.isRefused('execute', token.profileId)) {
    const asked = Object.fromEntries(wanted.map((name) => [name, calls[name]])) as Record<Name, MethodCall>;
    const executed = await api.execute(asked, token);
    if (executed.ok) return settle(api, calls, token, { ...parts, ...executed.value });
    if (!refusals.has(executed.problem.kind)) return executed;
    executeRefused = true;
  }

  const [first, ...rest] = wanted;
  if (first === undefined) return succeed(parts);
  const ask = (name: Name) => api.call(calls[name].method, calls[name].parameters, token);
  parts[first] = await ask(first);
  if (!parts[first].ok && general.has(parts[first].problem.kind)) return parts[first];
  await Promise.all(
    rest.map(async (name) => {
      parts[name] = await ask(name);
    }),
  );
  // Where a single method is unknown too, that alone may have spoilt the script: the next `execute` goes without it.
  const spoilt = wanted.some((name) => isUnknown(parts[name]));
  if (executeRefused && parts[first].ok && !spoilt) api.refuse('execute', token.profileId);
  return settle(api, calls, token, parts);
}

function settle<Name extends string>(
  api: Api,
  calls: MethodCalls<Name>,
  token: ProfileToken,
  parts: Parts<Name>,
): Result<Parts<Name>> {
  const names = Object.keys(calls) as Name[];
  // A profile and a token that chats answered to are good: what is refused then is the method.
  const isGood = names.some((name) => parts[name].ok && !uncertain.has(calls[name].method));
  for (const name of names) {
    const { method } = calls[name];
    const part = parts[name];
    if (part.ok || !uncertain.has(method)) continue;
    const { kind, detail } = part.problem;
    if (isGood && (kind === 'signedOut' || refusals.has(kind)))
      parts[name] = fail(problem('messenger', 'unknownMethod', detail));
    if (isUnknown(parts[name]) && !api.isRefused(method, token.profileId)) api.refuse(method, token.profileId);
  }
  const dead = (Object.values(parts) as Result<unknown>[]).find(
    (part) => !part.ok && part.problem.kind === 'signedOut',
  );
  return dead && !dead.ok ? fail(dead.problem) : succeed(parts);
}

function isUnknown(part: Result<unknown>): part is { ok: false; problem: Problem } {
  return !part.ok && part.problem.kind === 'unknownMethod';
}
