// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { proofOf } from '@/lib/diary/answers/proof';
import { readSchedule } from '@/lib/diary/answers/schedule';
import { dateOfHead, readHead } from '@/lib/diary/page/dayHeads';
import { markupOf } from '@/lib/diary/page/markup';
import { agree, cellOf } from '@/lib/diary/page/rowAgreement';
import { readShownDays } from '@/lib/diary/page/shownDays';
import { readShown } from '@/lib/diary/page/shownLessons';
import type { Schedule } from '@/lib/diary/types';
import { copied } from './copied';
import { type DrawnDay, type DrawnLesson, drawDiary, drawSchedule, versions } from './samples';

const today = '2026-11-23';
const markup = markupOf('personalArea');
const teacher = 'Белова Елена Александровна';

/** What the diary tells of a drawn week; `change` alters a lesson on its way. */
type Change = (raw: Record<string, unknown>) => Record<string, unknown>;

function tell(days: readonly DrawnDay[], change: Change = (raw) => raw, year = 2026): Schedule {
  const schedule = readSchedule({
    days: days.map((day) => ({
      date: `${year}-${day.month}-${day.day}`,
      lessons: (Array.isArray(day.lessons) ? day.lessons : []).map((lesson, at) =>
        change({
          index: at + 1,
          discipline: lesson.discipline,
          time_begin: lesson.time.split(/ ?- ?/)[0],
          time_end: lesson.time.split(/ ?- ?/)[1],
          teacher: lesson.teacher,
          office: lesson.office,
          theme: lesson.theme,
          homework: lesson.homework,
          mark: lesson.mark,
          attendance: lesson.attendance,
        }),
      ),
    })),
  });
  if (!schedule) throw new Error('not read');
  return schedule;
}

function toldOf({ days }: Schedule) {
  return { dates: days.map(({ date }) => date), lessons: days.flatMap((day) => day.lessons.map(proofOf)) };
}

function shown(html: string) {
  document.body.innerHTML = `<div class="right"><div class="content">${html}</div></div>`;
  return readShown(copied(document.querySelector('.content') as Element), markup).rows;
}

/** Disciplines of the rows that got a lesson, as the lesson has them. */
function decorated(html: string, schedule: Schedule, now = today): string[] {
  const rows = shown(html);
  const found = agree(rows, toldOf(schedule), now, markup);
  return rows.flatMap((row) => found.get(row)?.id.split('|').slice(1).join('|') ?? []);
}

function monday(...lessons: DrawnLesson[]): DrawnDay[] {
  return [{ weekday: 'Понедельник', day: '23', month: '11', lessons }];
}

const week: DrawnDay[] = [
  {
    weekday: 'Понедельник',
    day: '23',
    month: '11',
    today: true,
    lessons: [
      { time: '08:30 - 09:10', discipline: 'Алгебра', homework: '№ 231–235', mark: '5', teacher, office: '207' },
      { time: '09:20 - 10:00', discipline: 'Русский язык', theme: 'Причастие', teacher: 'Иванов И. И.', office: '12' },
      { time: '10:20 - 11:00', discipline: 'География', homework: 'Не задано', teacher },
    ],
  },
  { weekday: 'Вторник', day: '24', month: '11', lessons: [{ time: '8:30 - 9:10', discipline: 'ОБЗР', teacher: '' }] },
];

describe('agree', () => {
  it.each(versions)('finds every lesson of %s', (_name, draw) => {
    expect(decorated(draw(week), tell(week))).toEqual([
      '1|510|Алгебра',
      '2|560|Русский язык',
      '3|620|География',
      '1|510|ОБЗР',
    ]);
  });

  it('sees through tags, entities, zero-width spaces, case and ё', () => {
    const days = monday(
      { time: '08:30 - 09:10', discipline: 'Алгебра и  НАЧАЛА&nbsp;анализа', homework: '<p>Учить ещё</p><p>§ 5</p>' },
      { time: '09:20 - 10:00', discipline: 'Химия', homework: '2 &lt; 3 &amp; 5', teacher: 'Ёжикова А. Б.' },
    );
    const change: Change = (raw) => ({
      ...raw,
      time_begin: `${raw.time_begin}:00`,
      discipline: String(raw.discipline).replace('НАЧАЛА&nbsp;', 'начала ').replace('  ', '\u200b '),
      homework: String(raw.homework).replace('<p>Учить ещё</p>', '<span class="hw">Учить\u200b еще</span> '),
      teacher: String(raw.teacher ?? '').replace('Ё', 'Е'),
    });
    expect(decorated(drawDiary(days), tell(days, change))).toHaveLength(2);
  });

  const others = [
    { time: '11:00 - 11:40', discipline: 'Физика' },
    { time: '12:00 - 12:40', discipline: 'ИЗО' },
  ];
  const base: DrawnLesson = {
    time: '08:30 - 09:10',
    discipline: 'Алгебра',
    theme: 'Корни',
    homework: '№ 231',
    mark: '5',
    attendance: 'Н',
    teacher,
  };
  const withBase = (lesson: DrawnLesson) => monday(lesson, ...others);
  it.each<[string, Partial<DrawnLesson>, boolean]>([
    ['nothing', {}, true],
    ['the time', { time: '08:35 - 09:10' }, false],
    ['the end', { time: '08:30 - 09:15' }, false],
    ['the subject', { discipline: 'Геометрия' }, false],
    ['a longer subject', { discipline: 'Алгебра и начала анализа' }, false],
    ['the type shown with the subject', { discipline: 'Алгебра (Дистанционный урок)' }, true],
    ['another type with the subject', { discipline: 'Алгебра (Замена)' }, false],
    ['the theme', { theme: 'Степени' }, false],
    ['a theme gone', { theme: '' }, false],
    ['the homework', { homework: '№ 232' }, false],
    ['more homework', { homework: '№ 231, 235' }, false],
    ['homework that begins alike', { homework: '№ 2310' }, false],
    ['homework with its material', { homework: '№ 231 <a>План урока</a>' }, true],
    ['the mark', { mark: '4' }, false],
    ['the attendance', { attendance: 'Б' }, false],
    ['the attendance in full', { attendance: 'Неявка' }, true],
    ['the teacher', { teacher: 'Иванов Иван Иванович' }, false],
    ['the teacher in short', { teacher: 'Белова Е. А.' }, true],
    ['a namesake', { teacher: 'Белова Т. А.' }, false],
    ['a teacher where none is told', { teacher: '' }, false],
  ])('a row that differs in %s', (_name, difference, agrees) => {
    const schedule = tell(withBase(base), (raw) => ({
      ...raw,
      schedulelessontype: 'Дистанционный урок',
      materials: [{ name: 'План урока', url: '/media/1' }],
    }));
    const found = decorated(drawDiary(withBase({ ...base, ...difference })), schedule);
    expect(found.includes('1|510|Алгебра')).toBe(agrees);
    expect(found).toHaveLength(agrees ? 3 : 2);
  });

  it.each<[string, Partial<DrawnLesson>, boolean]>([
    ['nothing', {}, true],
    ['the office', { office: '305' }, false],
    ['an office that holds it', { office: '2207' }, false],
    ['the teacher', { teacher: 'Иванов Иван Иванович' }, false],
    ['the teacher in short', { teacher: 'Белова Е.А.' }, true],
    ['the subject', { discipline: 'Геометрия' }, false],
  ])('a card that differs in %s', (_name, difference, agrees) => {
    const card = { ...base, office: '207' };
    const found = decorated(drawSchedule(withBase({ ...card, ...difference })), tell(withBase(card)));
    expect(found.includes('1|510|Алгебра')).toBe(agrees);
  });

  describe('what another program put into a row', () => {
    const lesson = { ...base, homework: 'Упр. 5, https://example.com/urok' };
    const drawn = drawDiary(withBase(lesson));
    const told = tell(withBase(lesson));
    const translated = (text: string) => `<font style="vertical-align: inherit;"><font>${text}</font></font>`;
    const everyRow = (html: string, cell: string) => html.replaceAll('</tr>', `${cell}</tr>`);
    it.each([
      ['a translator around the same words', drawn.replace('>Алгебра<', `>${translated('Алгебра')}<`)],
      ['a translated subject', drawn.replace('>Алгебра<', `>${translated('Algebra')}<`)],
      ['a translated theme', drawn.replace('>Корни<', `>${translated('Roots')}<`)],
      ['a translated homework', drawn.replace(/<span>Упр[^<]*</, `<span>${translated('Ex. 5')}<`)],
      ['an icon with words', drawn.replace('Алгебра<', 'Алгебра<span class="speaker">Прослушать</span><')],
      [
        'a button in an empty cell',
        drawn.replace('<td>30</td><td></td>', '<td>30</td><td><button>Скрыть</button></td>'),
      ],
      [
        'an element of its own in an empty homework',
        drawn.replace('<span></span>', '<span><x-note>Заметка</x-note></span>'),
      ],
      [
        'a column without a head',
        everyRow(drawn, '<td>Напомнить</td>').replace('<th>Учитель</th><td>Напомнить</td>', '<th>Учитель</th>'),
      ],
      ['a column with a head', everyRow(drawn.replaceAll('</thead>', '</thead>'), '<td>Напомнить</td>')],
      ['a column in front', drawn.replaceAll('<tr><td', '<tr><td>Напомнить</td><td')],
      [
        'a homework with links',
        drawn.replace('https://example.com/urok', '<a href="https://example.com/urok">https://example.com/urok</a>'),
      ],
      [
        'links in short',
        drawn.replace('https://example.com/urok', '<a href="https://example.com/urok">example.com…</a> ↗'),
      ],
    ])('%s', (_name, html) => {
      expect(decorated(html, told)).toContain('1|510|Алгебра');
    });

    it.each([
      ['another homework', drawn.replace('Упр. 5', 'Упр. 6')],
      [
        'a link to elsewhere',
        drawn.replace('https://example.com/urok', '<a href="https://example.com/x">example.com/x</a>'),
      ],
      [
        'a translated subject at another time',
        drawn.replace('>Алгебра<', `>${translated('Algebra')}<`).replace('08:30', '08:35'),
      ],
      ['words in an empty homework', drawn.replace('<span></span>', '<span>Принести краски</span>')],
    ])('but not %s', (_name, html) => {
      const found = decorated(html, told);
      expect(found.includes('1|510|Алгебра') && found.length === 3).toBe(false);
    });
  });

  it('«Кабинет: Нет» takes nothing away where the diary tells no office', () => {
    const card = withBase({ ...base, office: 'Нет' });
    const told = tell(card, (raw) => ({ ...raw, office: null }));
    expect(decorated(drawSchedule(card), told)).toContain('1|510|Алгебра');
  });

  it('a lesson with texts of 100,000 characters takes only itself', () => {
    const long = 'Очень длинный текст '.repeat(5000);
    const texts = { theme: long, homework: long, teacher: long, attendance: long, mark: long };
    const days = monday({ ...base, ...texts }, { time: '09:20 - 10:00', discipline: 'Химия' });
    expect(decorated(drawDiary(days), tell(days))).toContain('2|560|Химия');
  });

  it('decorates nothing of a sibling, not even the lesson that is the same', () => {
    const sibling = monday(
      { time: '08:30 - 09:10', discipline: 'Чтение' },
      { time: '09:20 - 10:00', discipline: 'Математика' },
      { time: '10:20 - 11:00', discipline: 'Физкультура' },
    );
    const mine = monday(
      { time: '08:30 - 09:10', discipline: 'Алгебра' },
      { time: '09:20 - 10:00', discipline: 'Химия' },
      { time: '10:20 - 11:00', discipline: 'Физкультура' },
    );
    expect(decorated(drawDiary(sibling), tell(mine))).toEqual([]);
    expect(decorated(drawSchedule(sibling), tell(mine))).toEqual([]);
  });

  describe('lessons that are alike', () => {
    const twice = monday(
      { time: '08:30 - 09:10', discipline: 'Английский язык' },
      { time: '08:30 - 09:10', discipline: 'Английский язык' },
      ...others,
    );
    const timeless = monday(
      { time: '', discipline: 'Алгебра' },
      { time: '', discipline: 'Алгебра' },
      { time: '', discipline: 'ИЗО' },
    );
    const timesTold = tell(
      monday(
        { time: '08:30 - 09:10', discipline: 'Алгебра' },
        { time: '09:20 - 10:00', discipline: 'Алгебра' },
        { time: '10:20 - 11:00', discipline: 'ИЗО' },
      ),
    );

    it('are told apart by their order', () => {
      expect(decorated(drawDiary(twice), tell(twice)).slice(0, 2)).toEqual([
        '1|510|Английский язык',
        '2|510|Английский язык',
      ]);
      expect(decorated(drawDiary(timeless), timesTold)).toEqual(['1|510|Алгебра', '2|560|Алгебра', '3|620|ИЗО']);
    });

    it('get none without numbers of their own', () => {
      expect(
        decorated(
          drawDiary(twice),
          tell(twice, (raw) => ({ ...raw, index: null })),
        ),
      ).toEqual(['|660|Физика', '|720|ИЗО']);
      expect(
        decorated(
          drawDiary(twice),
          tell(twice, (raw) => ({ ...raw, index: 1 })),
        ),
      ).toEqual(['1|660|Физика', '1|720|ИЗО']);
    });

    it('get none where a row is missing', () => {
      const one = monday({ time: '', discipline: 'Алгебра' }, { time: '', discipline: 'ИЗО' });
      expect(decorated(drawDiary(one), timesTold)).toEqual([]);
      const single = monday({ time: '08:30 - 09:10', discipline: 'Английский язык' }, ...others);
      expect(decorated(drawDiary(single), tell(twice))).toEqual(['3|660|Физика', '4|720|ИЗО']);
    });
  });

  describe('dates', () => {
    const at = (weekday: string, day: string, month: string): DrawnDay[] => [
      { weekday, day, month, lessons: [{ time: '08:30 - 09:10', discipline: 'Химия' }] },
    ];
    it.each<[string, DrawnDay[], number, string, number]>([
      ['this week', at('Понедельник', '23', '11'), 2026, '2026-11-23', 1],
      ['a week ago, over the turn of the year', at('Среда', '30', '12'), 2026, '2027-01-04', 1],
      ['a week on, over the turn of the year', at('Понедельник', '04', '01'), 2027, '2026-12-30', 1],
      ['a wrong weekday', at('Вторник', '23', '11'), 2026, '2026-11-23', 0],
      ['no such day', at('Вторник', '31', '11'), 2026, '2026-11-23', 0],
      ['another week', at('Понедельник', '30', '11'), 2027, '2026-11-23', 0],
    ])('%s', (_name, days, year, now, count) => {
      const told = tell(_name === 'no such day' ? at('Вторник', '24', '11') : days, undefined, year);
      expect(decorated(drawDiary(days), told, now)).toHaveLength(count);
    });

    it('one head that cannot be is enough for no decoration at all', () => {
      const html = drawDiary(week).replace('Вторник', 'Среда');
      expect(decorated(html, tell(week))).toEqual([]);
    });

    it('rows without a head get nothing', () => {
      const html = drawDiary(week).replace('Вторник', 'День');
      expect(decorated(html, tell(week))).toHaveLength(3);
    });
  });

  it('finds nothing where there is nothing', () => {
    expect(agree([], { dates: [], lessons: [] }, today, markup).size).toBe(0);
    expect(decorated(drawDiary(week), { days: [], dropped: 0 })).toEqual([]);
  });

  it('reads and agrees on 560 lessons in about ten times as long as on 56', () => {
    const of = (count: number): DrawnDay[] =>
      ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'].map((weekday, at) => ({
        weekday,
        day: String(23 + at),
        month: '11',
        lessons: Array.from({ length: count }, (_, index) => ({
          time: `${Math.floor(index / 4)}:${10 + (index % 4) * 10} - ${Math.floor(index / 4)}:59`,
          discipline: `Предмет ${index}`,
          homework: `Упражнение ${index}`,
          teacher,
        })),
      }));
    expect(decorated(drawDiary(of(8)), tell(of(8)))).toHaveLength(56);
    expect(decorated(drawDiary(of(80)), tell(of(80)))).toHaveLength(560);
  });
});

describe('what teachers write', () => {
  const link = 'https://telemost.yandex.ru/j/12345678901234';
  const long = `Повторить правила, выучить слова, подготовить пересказ текста, ${link}`;
  const week = (homework: string, theme = '') =>
    monday(
      { time: '08:30 - 09:10', discipline: 'Алгебра', homework, theme, teacher },
      { time: '09:20 - 10:00', discipline: 'Физика', teacher },
    );

  it.each([
    ['a table with times in it', `<table><tr><td>8:30 - 9:10</td><td>Опыт</td></tr></table> ${link}`],
    ['a table with a head of columns', `<table><tr><th>Предмет</th><th>Оценка</th></tr></table> ${link}`],
  ])('may be %s', (_, homework) => {
    expect(decorated(drawDiary(week(homework)), tell(week(homework)))).toHaveLength(2);
  });

  it.each([
    ['homework', `${long.slice(0, 60)}…`, 'Слова и предложения'],
    ['homework, by three points', `${long.slice(0, 30)}...`, 'Слова и предложения'],
    ['the theme', long, 'Слова и предлож…'],
  ])('may be cut: %s', (_, homework, theme) => {
    expect(decorated(drawDiary(week(homework, theme)), tell(week(long, 'Слова и предложения')))).toHaveLength(2);
  });

  it.each([
    ['another text', 'Выучить слова, повторить правила и пересказать…'],
    ['too little of it', 'Повтор…'],
    ['a beginning that is not said to be one', long.slice(0, 30)],
  ])('is not said by %s', (_, homework) => {
    expect(decorated(drawDiary(week(homework)), tell(week(long)))).toEqual([]);
  });
});

describe('what only the diary itself can explain', () => {
  const lessons: DrawnLesson[] = [
    { time: '08:30 - 09:10', discipline: 'Алгебра', homework: '№ 231–235', teacher, office: '207' },
    { time: '09:20 - 10:00', discipline: 'Физика', teacher, office: '208' },
  ];
  const told = tell(monday(...lessons), (raw) => ({
    ...raw,
    study_time_name: '1 смена',
    homework_time_to_complete: 30,
    mark_type: 'Контрольная работа',
    attachments: [{ id: 1 }],
  }));
  const draw = (row: (lesson: DrawnLesson, at: number) => string) =>
    `<ul><li><div>Понедельник <div class="date">23/<sup>11</sup></div></div>${lessons.map(row).join('')}</li></ul>`;
  const table = (html: string) => html.replace('</div></div>', '</div></div><table>').replace('</li>', '</table></li>');

  it.each([
    [
      'cells known by their position alone, the time in the last line of several',
      table(
        draw(
          ({ time, discipline, homework = '' }, at) =>
            `<tr><td>1 смена<br><br>${at + 1} урок<br>${time}</td><td class="lesson">${discipline} <i>Контрольная работа</i></td><td></td><td class="homework"><span>${homework}</span></td><td>30</td></tr>`,
        ),
      ),
    ],
    [
      'a card that begins with the shift',
      draw(
        ({ time, discipline, office }) =>
          `<div><span>1 смена</span><span>${time}</span><b>${discipline}</b><i>${teacher}</i><span>Кабинет: ${office}</span></div>`,
      ),
    ],
  ])('%s', (_, html) => {
    const rows = shown(html);
    const found = [...agree(rows, toldOf(told), today, markup)];
    const textOf = (element: unknown) =>
      rows.flatMap(({ cells }) => cells).find((cell) => cell.element === element)?.text;
    expect(found.map(([row, lesson]) => textOf(cellOf(row, lesson))?.trim().split(' ')[0])).toEqual([
      'Алгебра',
      'Физика',
    ]);
  });

  it('is not explained by another lesson', () => {
    const html = draw(
      ({ time, discipline }) => `<div><span>2 смена</span><span>${time}</span><b>${discipline}</b></div>`,
    );
    expect(decorated(html, told)).toEqual([]);
  });
});

it('a page that is written with line breaks and wide indents shows the same', () => {
  const indent = `\n${' '.repeat(32)}`;
  const wide = drawDiary(week).replaceAll('<', `${indent}<`).replaceAll('>', `>${indent}`);
  expect(decorated(wide, tell(week))).toEqual(decorated(drawDiary(week), tell(week)));
});

describe('several marks', () => {
  it.each([
    ['5 4', ['1|510|Алгебра']],
    ['5<br>4', ['1|510|Алгебра']],
    ['5/4', ['1|510|Алгебра']],
    ['5 3', []],
    ['54 1', []],
  ])('%s is shown, 5, 4 is told', (mark, found) => {
    const lesson = { time: '08:30 - 09:10', discipline: 'Алгебра', teacher };
    expect(decorated(drawDiary(monday({ ...lesson, mark })), tell(monday({ ...lesson, mark: '5, 4' })))).toEqual(found);
  });
});

describe('dateOfHead', () => {
  it.each([
    ['Сегодня 23/11', '2026-11-23', '2026-11-23'],
    ['Сегодня 22/11', '2026-11-23', '2026-11-22'],
    ['Сегодня 01/01', '2026-12-31', '2027-01-01'],
    ['Сегодня 20/11', '2026-11-23', null],
    ['Понедельник 23.11.2026', '2027-03-01', '2026-11-23'],
    ['Вторник 23.11.2026', '2026-11-23', null],
    ['Вторник 31.11.2026', '2026-11-23', null],
  ])('«%s» on %s', (text, now, date) => {
    const head = readHead(text);
    expect(head && dateOfHead(head, now)).toBe(date);
  });
});

describe('what the page shows', () => {
  it.each([
    ['#diary', 'diary'],
    ['#schedule', 'schedule'],
    ['#/schedule/month', 'schedule'],
    ['', 'diary'],
  ])('at %s', (hash, view) => {
    shown(drawDiary(week));
    const content = document.querySelector('.content') as Element;
    expect(readShownDays(readShown(copied(content), markup), hash, today, markup)).toEqual({
      view,
      span: 'week',
      date: '2026-11-23',
    });
  });

  it('is a month with more than seven days', () => {
    const heads = Array.from({ length: 10 }, (_, at) => ({
      day: 1 + at,
      month: 11,
      weekday: null,
      year: 2026,
      today: false,
    }));
    expect(readShownDays({ heads, rows: [] }, '#schedule', today, markup)).toEqual({
      view: 'schedule',
      span: 'month',
      date: '2026-11-01',
    });
  });
});
