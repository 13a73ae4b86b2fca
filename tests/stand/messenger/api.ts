import type { Context } from '../context.ts';
import type { ApiHostName } from '../faults.ts';
import { guarded } from '../guard.ts';
import type { Exchange } from '../http/exchange.ts';
import { page } from '../http/html.ts';
import { html, json, type Reply, text } from '../http/reply.ts';
import { ApiRefusal, apiError } from './api-error.ts';
import { execute } from './execute.ts';
import { isMethod, METHODS } from './methods/index.ts';
import { countRequest } from './rate.ts';
import type { ApiToken } from './state.ts';

/** api.vk.me, api.vk.com and api.vk.ru: the same API under three names. */
export function serveApi(context: Context, exchange: Exchange): Promise<Reply> {
  return guarded(context, exchange, `host.${exchange.host as ApiHostName}`, () => serveMethod(context, exchange));
}

function serveMethod(context: Context, exchange: Exchange): Reply | Promise<Reply> {
  const { foreignPosts } = context.world.messenger;
  if (foreignPosts !== 'served' && isForeignPost(exchange)) {
    const refusal = page('Проверка', '<h1>Подтвердите, что вы не робот</h1>');
    return html(refusal, foreignPosts === 'forbidden' ? 403 : 200);
  }
  const name = /^\/method\/([\w.]+)$/.exec(exchange.path)?.[1];
  if (!name) return text('Not found', 404);
  if (name !== 'execute' && !isMethod(name)) return answer(context, exchange, name);
  return guarded(context, exchange, `api.${name}`, () => answer(context, exchange, name));
}

/** Extensions say where they are in every POST; VK's own pages are the only ones that it must know. */
function isForeignPost({ method, headers }: Exchange): boolean {
  return (
    method === 'POST' &&
    headers.origin !== undefined &&
    !/^https:\/\/(?:[\w-]+\.)*vk\.(?:me|com|ru)$/.test(headers.origin)
  );
}

function answer(context: Context, exchange: Exchange, name: string): Reply {
  const parameters = new URLSearchParams([...exchange.query, ...exchange.form]);
  try {
    if (!/^5\.\d+$/.test(parameters.get('v') ?? '')) throw new ApiRefusal(8);
    const token = checkToken(context, parameters.get('access_token') ?? '');
    if (name === 'execute') return json(execute({ context, token, parameters }));
    if (!isMethod(name)) throw new ApiRefusal(3);
    return json({ response: METHODS[name]({ context, token, parameters }) });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return json({ error: apiError(error.code, error.message, parameters) });
  }
}

function checkToken(context: Context, value: string): ApiToken {
  const token = context.world.messenger.tokens.get(value);
  if (!token || token.revoked || context.clock.now() > token.expiresAt) throw new ApiRefusal(5);
  const refusal = countRequest(context.world.messenger, value, Date.now());
  if (refusal !== null) throw new ApiRefusal(refusal);
  return token;
}
