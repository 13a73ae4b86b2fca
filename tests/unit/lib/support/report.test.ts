import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { reportText } from '@/components/support/reportText';
import { problem, problemsMet } from '@/lib/problem';
import { makeReport } from '@/lib/support/report';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const parts = {
  menus: 1,
  menuItems: 9,
  sections: ['schedule', 'homework'],
  vendorItem: false,
  contentParent: true,
  content: true,
  ours: { menuItem: 1, corner: 0, lessons: 3 },
};
const page = {
  diary: 'added',
  markup: 'personalArea',
  isZoneKnown: false,
  person: 'read',
  parts,
  view: 'diary',
  span: 'week',
  heads: 5,
  rows: 24,
  matched: 22,
  reasons: [{ reason: 'otherWords', count: 2 }],
  days: 'read',
  lessons: 30,
  dropped: 1,
};
const facts = {
  extension: '0.1.0',
  browser: { kind: 'firefox', name: 'Firefox', version: 153 },
  linksOnly: false,
  granted: {
    shippedDiaries: true,
    messenger: true,
    vkid: true,
    sferum: false,
    notifications: false,
    privateWindows: false,
  },
  added: { diaries: 1, sites: 2, permitted: 2 },
  pages: [page],
  problems: [{ service: 'diary', kind: 'signedOut', count: 2 }],
};

test('a report says what support needs', () => {
  const report = makeReport(facts);
  if (!report) throw new Error('no report');
  expect(reportText(report).split('\n')).toEqual([
    'Сферум для ЭШ 0.1.0, Firefox 153',
    'Не обращаться к VK: нет',
    '',
    'Разрешения:',
    '  дневники из списка: да',
    '  VK Мессенджер: да',
    '  VK ID: да',
    '  Сферум: нет',
    '  напоминания: нет',
    '  приватные окна: нет',
    'Добавлено дневников: 1, сайтов: 2. Из них с разрешением: 2.',
    '',
    'Страница дневника, added personalArea:',
    '  часовой пояс указан: нет',
    '  кто вошёл: read',
    '  меню: 1, пунктов: 9',
    '  разделы меню: schedule homework',
    '  пункт школы: нет',
    '  место уроков: да, вокруг него: да',
    '  от расширения: пункт меню 1, кнопки уроков 3',
    '  кнопка в углу: 0',
    '  показано: diary week',
    '  дней: 5, уроков: 24',
    '  ответ дневника: read, уроков: 30',
    '  не прочитано уроков: 1',
    '  совпало с ответом дневника: 22',
    '  не совпало: otherWords 2',
    '',
    'Ошибки с запуска расширения: diary signedOut 2',
    '',
  ]);
});

describe('whatever of a person comes near a report', () => {
  const secrets = fc.constantFrom<unknown>(
    'Соколова Мария Игоревна',
    'https://school.private.example',
    '+7 913 000-00-01',
    'maria.sokolova@example.ru',
    'Error: at https://school.private.example/page.js:12',
    810233,
    87100000221,
    ['Соколова', 810233],
    { name: 'Соколова Мария', id: 810233 },
  );
  /** Numbers of all facts, the ways to every place in them. */
  const ways = placesIn(facts);

  test('does not get in, in whatever place it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ways), secrets), { minLength: 1, maxLength: 6 }), (put) => {
        const changed = structuredClone(facts) as unknown;
        for (const [way, secret] of put) setAt(changed, way, secret);
        const report = makeReport(changed);
        const said = report ? JSON.stringify(report) + reportText(report) : '';
        expect(said).not.toMatch(/Сокол|Мари|school\.private|@|\+7|913|810233|871000|page\.js/);
        expect(said.match(/\d{5,}/g)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test('does not get in beside what is known either', () => {
    const more = {
      ...facts,
      account: 'Соколова',
      pages: [{ ...page, origin: 'https://school.private.example', names: ['Мария'] }],
    };
    const report = makeReport(more);
    expect(report?.pages.length).toBe(1);
    expect(JSON.stringify(report)).not.toMatch(/Сокол|school\.private|Мария/);
  });
});

/** Every place in a value, and one more beside each field, as ways to it. */
function placesIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [
    [...way, 'extra'],
    ...Object.entries(value).flatMap(([key, one]) => [[...way, key], ...placesIn(one, [...way, key])]),
  ];
}

function setAt(value: unknown, way: readonly string[], secret: unknown): void {
  const [key = '', ...rest] = way;
  if (typeof value !== 'object' || value === null) return;
  const record = value as Record<string, unknown>;
  if (rest.length === 0) record[key] = secret;
  else setAt(record[key], rest, secret);
}

test('problems are counted by kind, and nothing else of them is kept', () => {
  const before = problemsMet().find(({ service, kind }) => service === 'vkid' && kind === 'staleAnswer')?.count ?? 0;
  problem('vkid', 'staleAnswer', 'state of Соколова');
  problem('vkid', 'staleAnswer');
  const met = problemsMet().find(({ service, kind }) => service === 'vkid' && kind === 'staleAnswer');
  expect(met).toEqual({ service: 'vkid', kind: 'staleAnswer', count: before + 2 });
});
