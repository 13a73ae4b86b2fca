// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { proofOf } from '@/lib/diary/answers/proof';
import { readDays, readPerson } from '@/lib/diary/answers/reading';
import { markupOf } from '@/lib/diary/page/markup';
import { findContent, findMenuPlace, findMenus, menuItems, readMenu } from '@/lib/diary/page/places';
import { agree } from '@/lib/diary/page/rowAgreement';
import { readShownView } from '@/lib/diary/page/shownDays';
import { shapeOfAnswer } from '@/lib/diary/sample/answerShape';
import { shapeOfDate } from '@/lib/diary/sample/dates';
import { shapeOfPage } from '@/lib/diary/sample/pageShape';
import { copyPageTree } from '@/lib/diary/sample/pageTree';
import { makeSample } from '@/lib/diary/sample/sampleFile';
import { copied } from '@/tests/unit/lib/diary/page/copied';
import { versions } from '@/tests/unit/lib/diary/page/samples';
import { sent } from '@/tests/unit/lib/diary/sent';

const today = '2026-11-23';
const markup = markupOf('personalArea');
const fixture = readFileSync(join(import.meta.dirname, '../page/fixtures/personalArea.html'), 'utf8');

const lessons = [
  { index: 1, discipline: 'Алгебра', time_begin: '08:30', time_end: '09:10', theme: 'Квадратные уравнения', mark: '5' },
  { index: 2, discipline: 'Русский язык', time_begin: '09:20', time_end: '10:00', theme: 'Обособленные определения' },
  { index: 3, discipline: 'География', time_begin: '10:20', time_end: '11:00', theme: '', attendance: 'Н' },
].map((lesson, at) => ({
  ...lesson,
  teacher: 'Белова Елена Александровна',
  homework: ['<span>№ 231–235</span>', '<span class="x">Упр. 112\u200b</span>', 'Не задано'][at],
}));
const week = {
  days: [23, 24, 25, 26, 27].map((day) => ({ date: `2026-11-${day}`, lessons: day === 23 ? lessons : null })),
};
const person = {
  auth_user_profile_id: 700101,
  user_fullname: 'Соколова Мария Игоревна',
  user_desc: 'Родитель',
  children_persons: [{ person_id: 810233, fullname: 'Соколов Пётр', school: 'МБОУ "СОШ № 4"', classyear: '8 Б' }],
  selected_pupil_id: 810233,
  selected_pupil_name: 'Соколов Пётр',
};

function put(html: string): Element {
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
  return document.body;
}

/** How many rows of the page agree with an answer. */
function agreeing(answer: unknown, now: string): number {
  const content = findContent(document, markup) ?? document.body;
  const { rows } = readShownView(copied(content), '', now, markup);
  const read = readDays({ diary: sent(answer) });
  if (!read.ok) throw new Error(read.problem.detail);
  const told = {
    dates: read.value.days.map(({ date }) => date),
    lessons: read.value.days.flatMap((day) => day.lessons).map(proofOf),
  };
  return agree(rows, told, now, markup).size;
}

function shapeOf(value: unknown): unknown {
  const shape = shapeOfAnswer(sent(value), today);
  return 'text' in shape ? JSON.parse(shape.text) : null;
}

describe('a sample of the usual page', () => {
  it('has the menu, the heads and every row, which agree with the sampled answer as before', () => {
    put(fixture);
    expect(agreeing(week, today)).toBe(3);
    put(shapeOfPage(copyPageTree(document.body), today));
    const [menu] = findMenus(document, markup);
    if (!menu) throw new Error('no menu');
    expect(menuItems(menu)).toHaveLength(9);
    expect(findMenuPlace(readMenu(menu), markup).before?.textContent).toContain('Доска');
    expect(agreeing(shapeOf(week), shapeOfDate(today))).toBe(3);
    expect(agreeing(week, shapeOfDate(today))).toBe(0);
  });

  it('has nothing of what this extension put into the page', () => {
    put(fixture);
    const before = shapeOfPage(copyPageTree(document.body), today);
    const item = document.createElement('li');
    item.append(document.createElement('sferum-menu-item'));
    document.querySelector('ul.menu')?.append(item);
    document.querySelector('td.lesson')?.append(document.createElement('sferum-lesson'));
    document.body.append(document.createElement('sferum-corner'));
    expect(shapeOfPage(copyPageTree(document.body), today)).toBe(before);
  });

  it('tells who is signed in as an account of the same role', () => {
    const read = readPerson(shapeOfAnswer(sent(person), today), 'https://school.example');
    expect(read.ok && read.value).toMatchObject({ id: 111111, role: 'parent', fullName: 'Аааааааа Ааааа Аааааааа' });
    expect(read.ok && read.value.children).toMatchObject([{ id: 111111, classYear: '1 А' }]);
  });
});

test.each(versions)('a sample of %s has the same rows', (_name, draw) => {
  const days = ['Понедельник', 'Вторник'].map((weekday, at) => ({
    weekday,
    day: String(23 + at),
    month: '11',
    lessons: [
      { time: '08:30 - 09:10', discipline: 'Алгебра', teacher: 'Белова Е. А.', office: '207' },
      { time: '09:20 - 10:00', discipline: 'География', teacher: 'Белова Е. А.', office: '207' },
    ],
  }));
  put(draw(days).replaceAll('2026', '2026'));
  const shownAt = (now: string) =>
    readShownView(copied(document.body), '', now, markup).rows.map(({ date, begin, cells }) => [
      date?.weekday,
      begin === null,
      cells.map(({ kind }) => kind),
    ]);
  const before = shownAt(today);
  put(shapeOfPage(copyPageTree(document.body), today));
  expect(shownAt(shapeOfDate(today))).toEqual(before);
});

const secrets = fc.constantFrom(
  'Соколова',
  'Пётр',
  'Sokolova',
  '810233',
  '+79130000001',
  'maria.sokolova@example.ru',
  'school.r-19.ru',
  'Zm9yLXRlc3Rz',
  'Абаканская',
  'Двойка',
);

/** Places of a page where something of somebody may stand. */
const places: ((secret: string) => string)[] = [
  (one) => `<div>${one}</div>`,
  (one) => `<td class="lesson">Алгебра ${one}</td>`,
  (one) => `<div class="pupil ${one}"></div>`,
  (one) => `<div class="user-${one}-row" id="${one}"></div>`,
  (one) => `<a href="/personal-area/${one}?id=${one}#${one}">Дневник</a>`,
  (one) => `<img src="/media/${one}.png" alt="${one}" title="${one}">`,
  (one) => `<input type="text" name="${one}" value="${one}" placeholder="${one}">`,
  (one) => `<textarea>${one}</textarea><select><option value="${one}">${one}</option></select>`,
  (one) => `<div data-name="${one}" style="background:url(${one})" onclick="go('${one}')" aria-label="${one}"></div>`,
  (one) => `<!-- ${one} --><script>var user = '${one}'</script><style>.${one} {}</style>`,
  (one) => `<svg><text>${one}</text></svg><iframe srcdoc="${one}"></iframe><template>${one}</template>`,
  (one) => `<ul class="menu"><li><a href="#homework">Домашнее задание: ${one}</a></li></ul>`,
  (one) => `<li><div>Понедельник ${one}<div class="date">23/<sup>11</sup></div></div></li>`,
  (one) => `<sferum-menu-item>${one}</sferum-menu-item>`,
  (one) => `<x-${one.toLowerCase().replace(/[^a-z]/g, 'q')}>${one}</x-q>`,
  (one) => `<p>${one.slice(0, 3)}<b>${one.slice(3)}</b></p>`,
];

const holders: ((secret: string) => unknown)[] = [
  (one) => one,
  (one) => ({ [one]: one }),
  (one) => [
    { user_fullname: one, nested: [[{ [`${one}_name`]: `<a href="https://x.ru/${one}" title="${one}">${one}</a>` }]] },
  ],
  (one) => ({ date: one, homework: `<p onclick="${one}">${one}</p><!-- ${one} -->` }),
  (one) => ({ id: Number(one.replace(/\D/g, '') || 5) }),
];

test('nothing of anybody is in a sample, wherever it stood', () => {
  const one = fc.tuple(secrets, fc.subarray(places, { minLength: 1 }), fc.subarray(holders, { minLength: 1 }));
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (parts) => {
      const html = parts.map(([secret, chosen]) => chosen.map((place) => place(secret)).join('')).join('');
      // Such a page loads nothing.
      const page = copyPageTree(new DOMParser().parseFromString(html, 'text/html').body);
      const diary = sent(parts.map(([secret, , chosen]) => chosen.map((holder) => holder(secret))));
      const hash = `#${parts[0]?.[0]}`;
      const person = { status: 200, redirected: false, contentType: 'text/html', text: String(parts) };
      const sample = makeSample({ page, hash, answers: { diary, person }, today });
      for (const [secret] of parts) {
        expect(sample).not.toContain(secret);
        for (const word of secret.match(/\p{L}{3,}|\d{3,}/gu) ?? [])
          expect(sample.toLowerCase()).not.toContain(word.toLowerCase());
      }
    }),
    { numRuns: 60 },
  );
});

test('a sample is bounded, whatever the page and the answers are', () => {
  put(`<ul>${'<li class="day">Алгебра <b>Соколова</b></li>'.repeat(3010)}</ul>`);
  const page = copyPageTree(document.body);
  expect(page.isCut).toBe(true);
  expect(shapeOfPage(page, today).length).toBeLessThan(300_000);
  const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
  expect(JSON.stringify(shapeOf(deep)).length).toBeLessThan(50);
  const long = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 'Алгебра '.repeat(20)));
  expect(shapeOfAnswer(sent(long), today)).toEqual({ failed: 'tooLarge' });
});

test('of a page in place of an answer only that remains', () => {
  const page = { status: 200, redirected: false, contentType: 'text/html; charset=utf-8', text: '<h1>Соколова</h1>' };
  expect(shapeOfAnswer(page, today)).toEqual({ ...page, contentType: 'text/html', text: '<html>' });
});
