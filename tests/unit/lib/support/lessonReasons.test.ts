import { expect, it, test } from 'vitest';
import { matchRules } from '@/lib/calls/matching/rules';
import type { Lesson } from '@/lib/diary/types';
import { type KnownCalls, type LessonReason, reasonOf } from '@/lib/support/lessonReasons';
import { toInstant } from '@/lib/time';
import { addressOf, lesson } from '@/tests/unit/lib/calls/samples';

const zone = 'Asia/Krasnoyarsk';
const now = toInstant('2026-11-23', 10 * 60 + 30, zone);
const algebra = lesson('Алгебра');
const withLink = lesson('Алгебра', undefined, { homework: addressOf('one') });
const over = '08:30-09:10';

function calls(changes: Partial<KnownCalls> = {}): KnownCalls {
  return { found: new Map(), refusals: [], isLinked: true, isLinksOnly: false, ...changes };
}

function refused(...rules: string[]): KnownCalls {
  return calls({ refusals: rules.map((rule) => ({ lessonId: algebra.id, callId: 'call', rule })) });
}

it.each<[string, Lesson, KnownCalls, string | null, LessonReason | null]>([
  ['a link of its own', withLink, calls({ isLinked: false }), zone, null],
  ['a link of its own, the zone assumed', withLink, calls(), null, null],
  ['a call found', algebra, calls({ found: new Map([[algebra.id, false]]) }), zone, null],
  ['over, with a link', lesson('Алгебра', over, { homework: addressOf('one') }), calls(), zone, 'over'],
  [
    'over, and its call goes on',
    { ...lesson('Алгебра', over), id: 'late' },
    calls({ found: new Map([['late', true]]) }),
    zone,
    null,
  ],
  [
    'a link of another service',
    lesson('Алгебра', undefined, { homework: 'https://video.example/a' }),
    calls(),
    zone,
    'unknownLink',
  ],
  [
    'a file of the diary is no link',
    lesson('Алгебра', undefined, { materials: [{ name: 'а', address: '/media/a' }] }),
    calls(),
    zone,
    'noCall',
  ],
  ['the zone assumed', algebra, calls(), null, 'zoneAssumed'],
  ['links alone wanted', algebra, calls({ isLinksOnly: true, isLinked: false }), zone, 'linksOnly'],
  ['nobody linked', algebra, calls({ isLinked: false }), zone, 'notLinked'],
  ['no call', algebra, calls(), zone, 'noCall'],
  ['of another class', algebra, refused('is for this class'), zone, 'callOfOtherClass'],
  [
    'of another child, the nearer reason',
    algebra,
    refused('is held during the lesson', 'is for this child'),
    zone,
    'callOfOtherChild',
  ],
  ['two candidates', algebra, refused('one call for a lesson'), zone, 'severalCalls'],
])('%s', (_name, given, known, timeZone, reason) => {
  expect(reasonOf(given, known, timeZone, now)).toBe(reason);
});

test('every rule of matching has a reason', () => {
  for (const { name } of matchRules) expect(reasonOf(algebra, refused(name), zone, now), name).not.toBe('noCall');
});
