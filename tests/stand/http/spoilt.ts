import type { Fault, Spoiling } from '../faults.ts';
import { diaryCookie, vkCookie } from './cookies.ts';
import { firstHalf, type Reply, withCookies, withHeader } from './reply.ts';

const kinds: ReadonlySet<string> = new Set<Spoiling['kind']>([
  'dropped',
  'truncated',
  'otherTypes',
  'otherShapes',
  'large',
  'dateShifted',
  'dateOf',
  'cookies',
]);

/** Whether the fault needs the right answer. */
export function isSpoiling(fault: Fault): fault is Fault & Spoiling {
  return kinds.has(fault.kind);
}

/** The right answer as the fault lets it through. `now`: unix milliseconds; `service`: whose cookies it may set. */
export function spoilt(fault: Spoiling, answer: Reply, now: number, service: 'diary' | 'vk'): Reply {
  switch (fault.kind) {
    case 'dropped':
      return { ...answer, broken: 'half-way' };
    case 'truncated':
      return { ...answer, body: firstHalf(answer.body) };
    case 'otherTypes':
      return withJson(answer, withOtherTypes);
    case 'otherShapes':
      return withJson(answer, withOtherShapes);
    case 'large':
      return { ...answer, body: `${answer.body}${' '.repeat(fault.bytes)}` };
    case 'dateShifted':
      return withHeader(answer, 'date', new Date(now + fault.by).toUTCString());
    case 'dateOf':
      return withHeader(answer, 'date', new Date(fault.moment).toUTCString());
    case 'cookies':
      return withCookies(answer, ...cookiesOf(service, now));
  }
}

function cookiesOf(service: 'diary' | 'vk', now: number): string[] {
  if (service === 'diary') return [diaryCookie('NodeID', String(now), true), diaryCookie('language', 'ru', false)];
  return [vkCookie('remixlang', String(now), 'vk.me'), vkCookie('remixsid', String(now), 'vk.me')];
}

/** A picture has neither types nor shapes. */
function withJson(answer: Reply, change: (value: unknown) => unknown): Reply {
  if (!answer.headers['content-type']?.includes('json')) return answer;
  return { ...answer, body: JSON.stringify(change(JSON.parse(String(answer.body)))) };
}

function withOtherTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOtherTypes);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withOtherTypes(one)]));
  }
  if (value === null) return null;
  return typeof value === 'string' ? 7 : 'семь';
}

function withOtherShapes(value: unknown): unknown {
  if (Array.isArray(value)) return Object.fromEntries(value.map((one, index) => [index, withOtherShapes(one)]));
  return typeof value === 'object' && value !== null ? Object.values(value).map(withOtherShapes) : value;
}
