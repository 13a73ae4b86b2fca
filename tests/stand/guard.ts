import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from './context.ts';
import type { EndpointName, Fault, Spoiling } from './faults.ts';
import type { Exchange } from './http/exchange.ts';
import { page } from './http/html.ts';
import { broken, html, json, type Reply, redirect, text } from './http/reply.ts';
import { isSpoiling, spoilt } from './http/spoilt.ts';
import { apiError } from './messenger/api-error.ts';

/**
 * Names the request's endpoint and answers by `handler`, or by the fault that is set for this endpoint.
 *
 * @param own how this endpoint itself expresses a fault, where it does not do so in the common way
 */
export async function guarded(
  context: Context,
  exchange: Exchange,
  endpoint: EndpointName,
  handler: () => Reply | Promise<Reply>,
  own?: (fault: Fault) => Reply | undefined,
): Promise<Reply> {
  exchange.record.endpoint = endpoint;
  const fault = context.faults.take(endpoint, isOfExtension(exchange));
  if (!fault) return handler();
  if (fault.kind === 'slow') {
    await pause(fault.ms, undefined, { ref: false });
    return handler();
  }
  if (isSpoiling(fault))
    return spoilt(fault, await handler(), context.clock.now(), endpoint.startsWith('diary.') ? 'diary' : 'vk');
  return own?.(fault) ?? faultReply(fault, endpoint);
}

/** The extension asks past the browser's cache, which browsers tell; the pages do not. */
function isOfExtension({ headers }: Exchange): boolean {
  return headers['cache-control'] === 'no-cache';
}

/** The answer that the fault stands for; those that go with the right answer have none of their own. */
function faultReply(fault: Exclude<Fault, { kind: 'slow' } | Spoiling>, endpoint: EndpointName): Reply {
  switch (fault.kind) {
    case 'status':
      return text(`Status ${fault.status}`, fault.status);
    case 'html':
      return html(page('Вход', '<h1>Вход</h1><form><input name="login"><button>Войти</button></form>'));
    case 'redirect':
      return redirect(fault.to ?? signInPageOf(endpoint));
    case 'fault':
      return json({ faultcode: fault.code, faultstring: 'Ошибка сервера' });
    case 'vkError':
      return json({ error: apiError(fault.code) });
    case 'oauthError':
      return json({ error: fault.error, error_description: `${fault.error} (set by the test)` });
    case 'reset':
      return broken();
    case 'unknownMethod':
      return endpoint.startsWith('api.') ? json({ error: apiError(3) }) : text('Not found', 404);
    case 'body':
      return bodyReply(fault.body);
  }
}

function signInPageOf(endpoint: EndpointName): string {
  if (endpoint.startsWith('diary.')) return '/auth/login-page';
  return endpoint.startsWith('vkid.') ? 'https://id.vk.ru/auth' : 'https://login.vk.ru/?act=login';
}

function bodyReply(body: unknown): Reply {
  const answer = json(body);
  return typeof body === 'string' ? { ...answer, body } : answer;
}
