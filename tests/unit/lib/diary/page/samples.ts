/** The page in several versions, drawn from one description of its lessons. */

export interface DrawnLesson {
  time: string;
  discipline: string;
  theme?: string;
  homework?: string;
  mark?: string;
  attendance?: string;
  teacher?: string;
  office?: string;
}

export interface DrawnDay {
  /** «Понедельник 23/11» in parts. */
  weekday: string;
  day: string;
  month: string;
  today?: boolean;
  lessons: DrawnLesson[] | 'folded' | 'holidays';
}

export type Draw = (days: readonly DrawnDay[]) => string;

const cell = (text = '', name = '') => `<td${name && ` class="${name}"`}>${text}</td>`;

function rows(day: DrawnDay, row: (lesson: DrawnLesson, at: number) => string): string {
  return Array.isArray(day.lessons) ? day.lessons.map(row).join('') : '';
}

const diary: Draw = (days) =>
  `<ul>${days
    .map((day) => {
      const head = `<div>${day.weekday} ${day.today ? '<span>Сегодня</span>' : ''}<div class="date">${day.day}/<sup>${day.month}</sup></div></div>`;
      if (day.lessons === 'folded') return `<li>${head}</li>`;
      if (day.lessons === 'holidays') return `<li>${head}<table class="not"><tr><td>Каникулы</td></tr></table></li>`;
      const body = rows(
        day,
        (one) =>
          `<tr>${cell(one.time, 'time')}${cell(one.discipline, 'lesson')}${cell(one.theme)}<td class="homework"><span>${one.homework ?? ''}</span></td>${cell('30')}${cell()}${cell(one.attendance)}${cell(one.mark)}${cell(one.teacher)}</tr>`,
      );
      return `<li>${head}<table><thead><tr><th>Время</th><th>Предмет</th><th>Тема</th><th>Домашнее задание</th><th>Время на выполнение, мин.</th><th>Файл</th><th>Посещаемость</th><th>Оценка</th><th>Учитель</th></tr></thead><tbody>${body}</tbody></table></li>`;
    })
    .join('')}</ul>`;

/** Another order of columns, no classes, wrappers everywhere, seconds, a long dash. */
const reordered: Draw = (days) =>
  `<section>${days
    .map(
      (day) =>
        `<article><header><h3>${day.weekday}, <b>${day.day}.${day.month}.2026</b></h3></header><div><div><table><tr><td>№</td><td><p>Предмет</p></td><td>Учитель</td><td>Время урока</td><td>Отметка</td><td>Задание</td></tr>${rows(day, (one, at) => `<tr><td>${at + 1}</td><td><div><a href="#x">${one.discipline}</a></div></td><td>${one.teacher ?? ''}</td><td><span>${one.time.replace(' - ', ':00&nbsp;— ')}:00</span></td><td>${one.mark ?? ''}</td><td>${one.homework ?? ''}</td></tr>`)}</table></div></div></article>`,
    )
    .join('')}</section>`;

/** Two columns of day cards in a table of the layout, no table inside. */
const cards: Draw = (days) => {
  const card = (day: DrawnDay) =>
    `<div class="card"><div class="card-head"><span>${day.weekday}</span><span>${day.day} ноября</span></div>${rows(
      day,
      (one) =>
        `<div class="row"><div class="when">${one.time}</div><div class="what"><b>${one.discipline}</b><div>${one.teacher ?? ''}</div><div>Кабинет: ${one.office ?? ''}</div></div></div>`,
    )}</div>`;
  const half = Math.ceil(days.length / 2);
  return `<table class="layout"><tr><td>${days.slice(0, half).map(card).join('')}</td><td>${days.slice(half).map(card).join('')}</td></tr></table>`;
};

/** Heads and tables side by side; no head of the columns. */
const flat: Draw = (days) =>
  `<div>${days
    .map(
      (day) =>
        `<h4>${day.weekday.slice(0, 1)}${{ Понедельник: 'н', Вторник: 'т', Среда: 'р' }[day.weekday] ?? 'т'} ${day.day}.${day.month}</h4><table>${rows(day, (one) => `<tr><td>${one.time.replace('-', '–')}</td><td>${one.discipline}</td><td>${one.teacher ?? ''}</td><td>Кабинет: ${one.office ?? ''}</td></tr>`)}</table>`,
    )
    .join('')}</div>`;

/** A list where the time is in two elements. */
const list: Draw = (days) =>
  `<ol>${days
    .map(
      (day) =>
        `<li><p>${day.weekday} ${day.day}/${day.month}</p><ul>${rows(day, (one) => {
          const [begin, end] = one.time.split(' - ');
          return `<li><i><span>${begin}</span> - <span>${end}</span></i> <a>${one.discipline}</a></li>`;
        })}</ul></li>`,
    )
    .join('')}</ol>`;

export const versions: readonly [name: string, draw: Draw][] = [
  ['«Дневник»', diary],
  ['other columns and wrappers', reordered],
  ['«Расписание» in cards', cards],
  ['heads beside tables', flat],
  ['a list', list],
];

export { cards as drawSchedule, diary as drawDiary };
