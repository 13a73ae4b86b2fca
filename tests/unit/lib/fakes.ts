import { type Clock, createClock } from '@/lib/clock';
import type { Fetch } from '@/lib/http';

/** Time that passes only when somebody waits. */
export interface FakeTime {
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
  pass: (milliseconds: number) => void;
  /** What was waited for, in order. */
  waits: number[];
}

export function fakeTime(start = Date.UTC(2026, 10, 23, 3, 0)): FakeTime {
  let now = start;
  const waits: number[] = [];
  return {
    clock: createClock(() => now),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
    waits,
  };
}

/** One request as it was sent. */
export interface Sent {
  url: URL;
  init: RequestInit;
  form: URLSearchParams;
}

/** A `fetch` that answers by a function and keeps what was asked. */
export function fakeFetch(answer: (sent: Sent, index: number) => Response | Promise<Response>): {
  fetch: Fetch;
  sent: Sent[];
} {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (address, init = {}) => {
      const one = { url: new URL(address), init, form: new URLSearchParams(String(init.body ?? '')) };
      sent.push(one);
      return answer(one, sent.length - 1);
    },
  };
}

/** A `fetch` that gives these answers in turn, the last of them for ever. */
export function fetchInTurn(...answers: (() => Response)[]) {
  return fakeFetch((_, index) => {
    const answer = answers[Math.min(index, answers.length - 1)];
    if (!answer) throw new Error('no answer');
    return answer();
  });
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
}

export function page(status = 200): Response {
  return new Response('<!doctype html><title>Вход</title>', { status, headers: { 'content-type': 'text/html' } });
}

export function redirect(): Response {
  return new Response(null, { status: 302, headers: { location: 'https://id.vk.ru/auth' } });
}

/** What browsers make of a redirect that is not followed. */
export function opaqueRedirect(): Response {
  const response = Response.error();
  Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
  return response;
}

/** What `fetch` does when a host cannot be reached. */
export function unreachable(): never {
  throw new TypeError('Failed to fetch');
}
