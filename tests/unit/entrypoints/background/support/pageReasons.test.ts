import { expect, it } from 'vitest';
import type { PageReading } from '@/entrypoints/background/support/pageReading';
import { reasonsOf } from '@/entrypoints/background/support/pageReasons';
import { proofOf } from '@/lib/diary/answers/proof';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import type { ShownElement } from '@/lib/diary/page/shownElement';
import type { RowVerdict } from '@/lib/diary/recognition/rowVerdicts';
import type { Lesson, LessonProof } from '@/lib/diary/types';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
import type { KnownCalls } from '@/lib/support/lessonReasons';
import { toInstant } from '@/lib/time';
import { addressOf, lesson } from '@/tests/unit/lib/calls/samples';

const zone = 'Asia/Krasnoyarsk';
const now = toInstant('2026-11-23', 10 * 60 + 30, zone);
const calls: KnownCalls = { found: new Map(), refusals: [], isLinked: false, isLinksOnly: false };

const element: ShownElement = {
  index: 0,
  tagName: 'TR',
  className: '',
  value: '',
  parent: null,
  nodes: [],
  children: [],
};
const row: ShownRow = { element, cell: element, date: null, begin: null, end: null, cells: [], vendorButton: false };
const parts = {
  menus: 1,
  menuItems: 9,
  sections: [],
  vendorItem: false,
  contentParent: true,
  content: true,
  ours: { menuItem: 1, corner: 0, lessons: 1 },
};

const linked = lesson('Алгебра', undefined, { homework: addressOf('one') });
const bare = lesson('География');
const over = lesson('Физика', '08:30-09:10');

function verdict(of: Lesson | null, changes: Partial<ShownRow> = {}): RowVerdict<LessonProof> {
  const shown = { ...row, ...changes };
  return of
    ? { row: shown, lesson: proofOf(of), reason: null, kind: null }
    : { row: shown, lesson: null, reason: 'otherWords', kind: 'mark' };
}

function reading(changes: Partial<PageReading> = {}): PageReading {
  const lessons = [linked, bare, over];
  return {
    diary: { origin: 'https://school.example', region: 'Область', timeZone: zone, markup: 'personalArea' },
    today: '2026-11-23',
    isPermitted: true,
    parts,
    hash: '#diary',
    person: succeed({} as never),
    shown: { heads: [], rows: lessons.map(() => row), days: { view: 'diary', span: 'week', date: '2026-11-23' } },
    answers: {},
    days: succeed({ days: [], dropped: 0 }),
    verdicts: lessons.map((one) => verdict(one)),
    lessons: new Map(lessons.map((one) => [one.id, one])),
    ...changes,
  };
}

const shownOf = (rows: number, heads: number) => ({
  heads: Array.from({ length: heads }, () => ({ day: 23, month: 11, weekday: 1, year: null, today: false })),
  rows: Array.from({ length: rows }, () => row),
  days: null,
});
const signedOut = fail(problem('diary', 'signedOut'));

it.each<[string, Partial<PageReading>, string]>([
  ['the right was taken back', { isPermitted: false }, 'notPermitted'],
  ['the page cannot be looked into', { parts: null }, 'closed'],
  ['nobody is signed in', { person: signedOut }, 'signedOut'],
  ['the diary does not answer', { person: fail(problem('diary', 'offline')) }, 'noAnswer'],
  ['no place of lessons', { parts: { ...parts, content: false }, shown: null }, 'noContent'],
  ['another section', { shown: shownOf(0, 0), verdicts: [], days: null }, 'noDays'],
  ['folded days', { shown: shownOf(0, 5), verdicts: [], days: null }, 'folded'],
  ['the days were not answered', { days: null }, 'noAnswer'],
  ['the session ended meanwhile', { days: signedOut }, 'signedOut'],
  ['no row agrees', { verdicts: [verdict(null), verdict(null)] }, 'rowsDisagree'],
])('%s: that stands alone', (_name, changes, reason) => {
  expect(reasonsOf(reading(changes), calls, now)).toMatchObject({ withButton: 0, reasons: [{ reason, count: 0 }] });
});

it('counts the reasons of single lessons, what is over last', () => {
  const verdicts = [over, over, over, linked, bare].map((one) => verdict(one));
  const more = [verdict(null), verdict(bare, { vendorButton: true })];
  expect(reasonsOf(reading({ verdicts: [...verdicts, ...more] }), calls, now)).toEqual({
    region: 'Область',
    lessons: 7,
    withButton: 1,
    reasons: [
      { reason: 'notLinked', count: 1 },
      { reason: 'rowDiffers', count: 1 },
      { reason: 'vendorButton', count: 1 },
      { reason: 'over', count: 3 },
    ],
  });
});

it('says that the page is older than what is known', () => {
  const changes = { parts: { ...parts, ours: { ...parts.ours, lessons: 0 } } };
  expect(reasonsOf(reading(changes), calls, now).reasons[0]).toEqual({ reason: 'notPlaced', count: 0 });
});

it('says that the zone is only assumed, also where every lesson has a link', () => {
  const diary = { ...reading().diary, timeZone: null };
  expect(reasonsOf(reading({ diary, verdicts: [verdict(linked)] }), calls, now)).toMatchObject({
    withButton: 1,
    reasons: [{ reason: 'zoneAssumed', count: 0 }],
  });
});
