import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markupOf } from '@/lib/diary/page/markup';
import { explain } from '@/tests/run/probe/explain';
import { fixtureOf } from '@/tests/run/probe/fixture';
import { countsOf, recognise } from '@/tests/run/probe/recognised';
import { readSaved, type SavedPage } from '@/tests/run/probe/savedPage';

const markup = markupOf('personalArea');
const today = '2026-11-23';
const folder = mkdtempSync(join(tmpdir(), 'probe-'));

const lesson = (index: number, discipline: string, begin: string, end: string) => ({
  index,
  discipline,
  time_begin: begin,
  time_end: end,
  teacher: 'Белова Елена Александровна',
});
const week = {
  days: [
    { date: '2026-11-23', lessons: [lesson(1, 'Алгебра', '08:30', '09:10'), lesson(2, 'География', '09:20', '10:00')] },
    { date: '2026-11-24', lessons: [] },
  ],
};
const person = { auth_user_profile_id: 700101, user_fullname: 'Соколова Мария', user_desc: 'Родитель' };

/** A page that has nothing in common with the usual one but that it is a week of lessons. */
const other = `<!doctype html><body><aside class="side"><ol>${['Мой журнал', 'Уроки недели', 'Что задано', 'Новости']
  .map((label, at) => `<li><a href="/app/${at}">${label}</a></li>`)
  .join('')}</ol></aside>
<main><section class="week-board"><h3>Пн, 23 ноября</h3><table><tr><th>Когда</th><th>Предмет</th><th>Кто</th></tr>
<tr><td>08:30 — 09:10</td><td>Алгебра</td><td>Белова Е. А.</td></tr>
<tr><td>09:20 — 10:00</td><td>География</td><td>Орлова Н. П.</td></tr></table><h3>Вт, 24 дня</h3></section></main></body>`;

function save(html: string): SavedPage {
  const path = join(folder, 'page.html');
  writeFileSync(path, html);
  writeFileSync(join(folder, 'GetDiary.json'), JSON.stringify(week));
  writeFileSync(join(folder, 'GetPersonData.json'), JSON.stringify(person));
  return readSaved(path, { today, answers: folder });
}

describe('a page beyond recognition', () => {
  const saved = save(other);
  const lines = explain(saved, recognise(saved, markup), markup);

  it.each([
    '! menu: no list is found by its class (menus), its links (menuLinks) or its labels (sections)',
    '    perhaps aside.side > ol: «Мой журнал» /app/0, «Уроки недели» /app/1, «Что задано» /app/2, «Новости» /app/3',
    '! content: not found (contents); the whole page is read instead',
    '    the lessons stand in main > section.week-board',
    '! looks like a day head and is not read: «Вт, 24 дня»',
    '! column «Когда»: not known (columnHeads)',
    '  column «Предмет»: discipline',
    '  rows: 2, with a time 2, of a day 2',
    '  person: parent, children 0, class not told',
    '  lessons: 2 on 2 days, dropped 0',
  ])('%s', (line) => {
    expect(lines).toContain(line);
  });
});

it('the fixture of a saved page is a sample: the same is found in it, and nothing of anybody is', () => {
  const usual = `<body><ul class="menu"><li><a href="#schedule">Расписание</a></li><li><a href="#homework">Домашнее задание</a></li>
<li><a href="#board">Доска объявлений</a></li></ul><div class="right"><div class="content"><ul><li><div>Понедельник <div class="date">23/<sup>11</sup></div></div>
<table><tr><td class="time">08:30 - 09:10</td><td class="lesson">Алгебра</td></tr><tr><td class="time">09:20 - 10:00</td><td class="lesson">География</td></tr></table></li></ul></div></div></body>`;
  const saved = save(usual);
  const before = countsOf(recognise(saved, markup), saved.document, markup);
  expect(before).toMatchObject({ menus: 1, items: 3, heads: 1, rows: 2, matched: 2 });
  const fixture = fixtureOf(saved, usual);
  expect(fixture).not.toMatch(/Алгебр|Географ|Белов|Сокол|700101/);
  const path = join(folder, 'fixture.html');
  writeFileSync(path, fixture);
  const kept = readSaved(path, { today });
  expect(kept).toMatchObject({ isSample: true, hash: '#diary', today: '2054-12-28' });
  expect(countsOf(recognise(kept, markup), kept.document, markup)).toEqual(before);
  // A sample is written as it is.
  expect(fixtureOf(kept, fixture)).toBe(fixture);
});
