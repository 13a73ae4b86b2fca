// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHead } from '@/lib/diary/page/dayHeads';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import { readTime, readTimeWithin } from '@/lib/diary/page/lessonTimes';
import { markupOf } from '@/lib/diary/page/markup';
import { type ShownElement, shownText } from '@/lib/diary/page/shownElement';
import { readShown as readShownOf } from '@/lib/diary/page/shownLessons';
import { copied } from './copied';
import { type DrawnDay, drawDiary, drawSchedule, versions } from './samples';

const readShown = (root: Element) => readShownOf(copied(root), markupOf('personalArea'));

const textOf = (element: ShownElement) => shownText(element).text.trim();
const within = (element: ShownElement, inside: ShownElement | null): boolean =>
  inside !== null && (inside === element || within(element, inside.parent));

const week: DrawnDay[] = [
  {
    weekday: 'Понедельник',
    day: '23',
    month: '11',
    today: true,
    lessons: [
      {
        time: '08:30 - 09:10',
        discipline: 'Алгебра',
        homework: '№ 231–235',
        teacher: 'Белова Елена Александровна',
        office: '207',
      },
      { time: '09:20 - 10:00', discipline: 'Русский язык', mark: '5', teacher: 'Иванов И. И.', office: '12' },
    ],
  },
  { weekday: 'Вторник', day: '24', month: '11', lessons: [{ time: '8:30 - 9:10', discipline: 'ОБЗР' }] },
  { weekday: 'Среда', day: '25', month: '11', lessons: [{ time: '13:00 - 13:40', discipline: 'Химия' }] },
];

function show(html: string): Element {
  document.body.innerHTML = `<div class="content">${html}</div>`;
  return document.querySelector('.content') as Element;
}

const inShort = (row: ShownRow) => [
  row.date && `${row.date.weekday}: ${row.date.day}/${row.date.month}`,
  row.begin,
  row.end,
  textOf(row.cell).includes('Алгебра') || textOf(row.cell),
];

describe('readShown', () => {
  it.each(versions)('reads %s', (_name, draw) => {
    const { rows, heads } = readShown(show(draw(week)));
    expect(heads.map((head) => head.day)).toEqual([23, 24, 25]);
    expect(rows.map(inShort)).toEqual([
      ['1: 23/11', 510, 550, true],
      ['1: 23/11', 560, 600, 'Русский язык'],
      ['2: 24/11', 510, 550, 'ОБЗР'],
      ['3: 25/11', 780, 820, 'Химия'],
    ]);
  });

  it('knows the columns of «Дневник»', () => {
    const [row] = readShown(show(drawDiary(week))).rows;
    const texts = row?.cells.map((cell) => [cell.kind, cell.text.trim()]);
    expect(texts).toEqual([
      ['discipline', 'Алгебра'],
      ['theme', ''],
      ['homework', '№ 231–235'],
      ['ignored', '30'],
      ['attendance', ''],
      ['mark', ''],
      ['teacher', 'Белова Елена Александровна'],
    ]);
    expect(row?.element.tagName).toBe('TR');
    expect(row?.cell.className).toBe('lesson');
  });

  it('knows the texts of «Расписание»', () => {
    const [row] = readShown(show(drawSchedule(week))).rows;
    expect(row?.element.className).toBe('row');
    expect(row?.cells.map((cell) => cell.text.trim())).toEqual([
      'Алгебра',
      'Белова Елена Александровна',
      'Кабинет: 207',
    ]);
  });

  it('reads heads of folded days, and no rows of days without lessons', () => {
    const { heads, rows } = readShown(
      show(
        drawDiary([
          { weekday: 'Понедельник', day: '23', month: '11', lessons: 'folded' },
          { weekday: 'Вторник', day: '24', month: '11', today: true, lessons: 'holidays' },
          { weekday: 'Среда', day: '25', month: '11', lessons: [{ time: '08:30 - 09:10', discipline: 'Химия' }] },
        ]),
      ),
    );
    expect(heads).toMatchObject([
      { day: 23, month: 11, weekday: 1, year: null, today: false },
      { day: 24, month: 11, weekday: 2, year: null, today: true },
      { day: 25, month: 11, weekday: 3, year: null, today: false },
    ]);
    expect(rows.map(inShort)).toEqual([['3: 25/11', 510, 550, 'Химия']]);
  });

  it('gives no day to what follows a folded one in a day of its own', () => {
    const folded = drawDiary([
      { weekday: 'Понедельник', day: '23', month: '11', lessons: [{ time: '08:30 - 09:10', discipline: 'Химия' }] },
      { weekday: 'Вторник', day: '24', month: '11', lessons: 'folded' },
    ]).replace(
      '</ul>',
      '<li><div>Сегодня</div><table><tr><td class="time">08:30 - 09:10</td><td class="lesson">ИЗО</td></tr></table></li></ul>',
    );
    expect(readShown(show(folded)).rows.map((row) => row.date?.day)).toEqual([23, undefined]);
  });

  it('gives no day where heads stand over columns', () => {
    const { rows } = readShown(
      show(`<table><tr><th></th><th>Понедельник 23/11</th><th>Вторник 24/11</th></tr>
        <tr><td>08:30 - 09:10</td><td>Алгебра</td><td>Химия</td></tr></table>`),
    );
    expect(rows.map((row) => row.date)).toEqual([null]);
  });

  it('takes no weekday and date in a homework for a head', () => {
    const { rows, heads } = readShown(
      show(
        drawDiary([
          {
            weekday: 'Понедельник',
            day: '23',
            month: '11',
            lessons: [
              { time: '08:30 - 09:10', discipline: 'Химия', homework: 'Четверг 26.11' },
              { time: '09:20 - 10:00', discipline: 'ИЗО', homework: '10:00 - 10:40 консультация' },
            ],
          },
        ]),
      ),
    );
    expect(heads).toHaveLength(1);
    expect(rows.map(inShort)).toEqual([
      ['1: 23/11', 510, 550, 'Химия'],
      ['1: 23/11', 560, 600, 'ИЗО'],
    ]);
  });

  it.each(['Урок мужества', 'Предмет по выбору', 'Тема дня'])(
    'takes «%s» for a lesson, not for a column',
    (discipline) => {
      const { rows } = readShown(
        show(drawDiary([{ weekday: 'Понедельник', day: '23', month: '11', lessons: [{ time: '', discipline }] }])),
      );
      expect(rows.map(inShort)).toEqual([['1: 23/11', null, null, discipline]]);
    },
  );

  it('reads rows without times where the columns are known', () => {
    const { rows } = readShown(
      show(
        drawDiary([{ weekday: 'Понедельник', day: '23', month: '11', lessons: [{ time: '', discipline: 'Химия' }] }]),
      ),
    );
    expect(rows.map(inShort)).toEqual([['1: 23/11', null, null, 'Химия']]);
  });

  const vendor = 'География (Дистанционный урок)<br>Время начала: 10:20<br><button>Подключиться</button>';
  it.each([
    ['in a table', `<table><tr><td class="time">10:20 - 11:00</td><td class="lesson">${vendor}</td></tr></table>`],
    ['without a range', `<table><tr><td>3</td><td>${vendor}</td></tr></table>`],
    [
      'in cards',
      `<div><div><i>08:30 - 09:10</i><b>Химия</b></div><div><i>10:20 - 11:00</i><div>${vendor}</div></div></div>`,
    ],
    [
      'that is no button but for its look',
      `<table><tr><td class="time">10:20 - 11:00</td><td class="lesson">${vendor.replaceAll('button', 'span')}</td></tr></table>`,
    ],
    [
      'in cards without a range',
      `<div><div><i>08:30 - 09:10</i><b>Химия</b></div><div><i>3</i><div>${vendor}</div></div></div>`,
    ],
  ])("sees the vendor's button %s", (_name, html) => {
    const row = readShown(show(`<div>Понедельник 23/11</div>${html}`)).rows.at(-1);
    expect(row).toMatchObject({ begin: 620, vendorButton: true, date: { day: 23 } });
    expect(row && textOf(row.cell)).toContain('География');
  });

  it("takes a teacher's link for no button of the vendor's", () => {
    const link = '<a href="https://vk.com/call/join/x">Подключиться</a>';
    const lessons = [{ time: '08:30 - 09:10', discipline: 'Химия', homework: link }];
    const day: DrawnDay = { weekday: 'Понедельник', day: '23', month: '11', lessons };
    expect(readShown(show(drawDiary([day]))).rows[0]?.vendorButton).toBe(false);
  });

  it('ignores what we put there', () => {
    const root = show(drawDiary(week));
    const before = readShown(root).rows.map((row) => row.cells.map((cell) => cell.text.trim()));
    root
      .querySelector('.lesson')
      ?.insertAdjacentHTML('beforeend', '<sferum-lesson style="display: none"></sferum-lesson>');
    const { rows } = readShown(root);
    expect(rows.map((row) => row.cells.map((cell) => cell.text.trim()))).toEqual(before);
    expect(rows[0]?.vendorButton).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['text', 'Понедельник 08:30 - 09:10'],
    ['marks', '<table><tr><th>Предмет</th><th>Оценка</th></tr></table>'],
    ['mail', '<table><tr><td>23.11.2026 08:30</td><td>Собрание</td></tr></table>'],
    ['times alone', '<ul><li>08:30 - 09:10</li><li>09:20 - 10:00</li></ul>'],
    ['a script', '<script>08:30 - 09:10</script><style>x{}</style><!-- 08:30 - 09:10 -->'],
  ])('reads no rows in %s', (_name, html) => {
    expect(readShown(show(html)).rows).toEqual([]);
  });

  it('never throws on any markup', () => {
    const text = fc.constantFrom(
      'Понедельник 23/11',
      '08:30 - 09:10',
      'Алгебра',
      'Кабинет: 5',
      '',
      'Время начала: 10:20',
      '99:99 - 1:1',
    );
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        text,
        fc
          .tuple(
            fc.constantFrom('div', 'ul', 'li', 'b', 'button', 'x-part', 'span'),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
        fc
          .array(fc.array(tie('node'), { maxLength: 3 }), { maxLength: 3 })
          .map(
            (cells) =>
              `<table>${cells.map((row) => `<tr>${row.map((one) => `<td class="lesson">${one}</td>`).join('')}</tr>`).join('')}</table>`,
          ),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (html) => {
        const { rows } = readShown(show(html));
        for (const row of rows) expect(within(row.element, row.cell)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readHead', () => {
  it.each([
    ['Понедельник 23/ 11', { day: 23, month: 11, weekday: 1 }],
    ['Понедельник Сегодня 23/11', { day: 23, month: 11, weekday: 1, today: true }],
    ['Сегодня 26/11', { day: 26, month: 11, weekday: null, today: true }],
    ['вс, 1 марта', { day: 1, month: 3, weekday: 7 }],
    ['9 мая, суббота', { day: 9, month: 5, weekday: 6 }],
    ['Среда, 31 декабря 2025 г.', { day: 31, month: 12, weekday: 3, year: 2025 }],
    ['СРЕДА 31.12.25', { day: 31, month: 12, weekday: 3, year: 2025 }],
    ['23 Ноябрь / ПОНЕДЕЛЬНИК 2026', { day: 23, month: 11, weekday: 1 }],
    ['‹   23 11 ПН – 29 11 ВС   ›', null],
    ['Понедельник', null],
    ['23/11', null],
    ['Понедельник 23/13', null],
    ['Понедельник 0/11', null],
    ['К четвергу 26.11', null],
    ['Принести в четверг 26.11', null],
    ['с 23.11 по 29.11 вс', null],
    ['Вторник 08:30 - 09:10', null],
  ])('«%s»', (text, head) => {
    if (head) expect(readHead(text)).toMatchObject(head);
    else expect(readHead(text)).toBeNull();
  });
});

describe('readTime', () => {
  it.each([
    ['08:30 - 09:10', 510, 550],
    ['8:30–9:10', 510, 550],
    [' 08:30:00\u00a0—\n09:10:00 ', 510, 550],
    ['08.30 − 09.10', 510, 550],
    ['с 08:30 до 09:10', 510, 550],
    ['1. 08:30-09:10', 510, 550],
    ['1 урок 08:30-09:10', 510, 550],
    ['23:40 - 00:20', 1420, 20],
    ['Время начала: 10:20', 620, null],
    ['Начало в 10:20', 620, null],
    ['10:20', 620, null],
    ['26.11', null, null],
    ['25:00 - 26:00', null, null],
    ['08:30 - 09:10 Алгебра', null, null],
    ['№ 1:30', null, null],
  ])('«%s»', (text, begin, end) => {
    const time = readTime(text, true);
    expect([time?.begin ?? null, time?.end ?? null]).toEqual([begin, end]);
  });
});

describe('readTimeWithin', () => {
  it.each([
    ['1 смена\n\n08:30 - 09:10', 510, 550],
    ['2 урок 14:00–14:40 (2 смена)', 840, 880],
    ['1 смена', null, null],
  ])('«%s»', (text, begin, end) => {
    const time = readTimeWithin(text);
    expect([time?.begin ?? null, time?.end ?? null]).toEqual([begin, end]);
  });
});
