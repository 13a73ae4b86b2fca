import { dayHead, safe, timeCell, timeSpan } from './text.js';

const COLUMNS = {
  time: ['Время', (lesson, state) => `<td class="time">${timeCell(lesson, state)}</td>`],
  lesson: ['Предмет', lessonCell],
  theme: ['Тема', (lesson) => `<td>${safe(lesson.theme)}</td>`],
  // The diary keeps markup in homework and shows it as such.
  homework: ['Домашнее задание', (lesson) => `<td class="homework"><span>${lesson.homework ?? ''}</span></td>`],
  duration: ['Время на выполнение, мин.', () => '<td></td>'],
  file: ['Файл', (lesson) => `<td class="file">${files(lesson)}</td>`],
  attendance: ['Посещаемость', (lesson) => `<td>${safe(lesson.attendance)}</td>`],
  mark: ['Оценка', (lesson) => `<td class="mark">${safe(lesson.mark)}</td>`],
  teacher: ['Учитель', (lesson) => `<td>${safe(lesson.teacher)}</td>`],
};

const USUAL = ['time', 'lesson', 'theme', 'homework', 'duration', 'file', 'attendance', 'mark', 'teacher'];
const REORDERED = ['lesson', 'time', 'teacher', 'mark', 'attendance', 'homework', 'file', 'duration', 'theme'];

/** Days of the diary: a head each, and a table when unfolded. */
export function diaryContent(state) {
  const { markup } = state.settings;
  if (markup === 'unreadable') return state.days.map(unreadableDay).join('');
  const days = state.days.map((day) => diaryDay(state, day)).join('\n');
  return markup === 'wrapped' ? `<div class="scroller"><ul class="days">${days}</ul></div>` : `<ul>${days}</ul>`;
}

/** Which days are unfolded before anybody has touched one. */
export function isOpenAtFirst(state, day) {
  switch (state.settings.unfolded) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'today':
      return day.date === state.settings.today;
    default:
      return (day.lessons ?? []).length > 0 || day.date === state.settings.today;
  }
}

/** «География (Дистанционный урок)» and the vendor's button, on a server with the vendor's plugin. */
export function vendorMarks(state, lesson) {
  if (!state.settings.vendorPlugin || !/дистанц/i.test(lesson.schedulelessontype ?? '')) return '';
  const begins = timeSpan({ time_begin: lesson.time_begin });
  return ` (${safe(lesson.schedulelessontype)})<div class="vendor">Время начала: ${begins} <a class="vendor-join">Подключиться</a></div>`;
}

function diaryDay(state, day) {
  const isOpen = state.open.get(day.date) ?? isOpenAtFirst(state, day);
  const head = `<div data-do="fold" data-value="${day.date}">${dayHead(day.date, state.settings.today)}</div>`;
  const table = isOpen ? dayTable(state, day) : '';
  const inside = state.settings.markup === 'wrapped' ? `<section>${head}${table}</section>` : `${head}\n${table}`;
  return `<li${isOpen ? ' class="open"' : ''}>${inside}</li>`;
}

function dayTable(state, day) {
  const lessons = day.lessons ?? [];
  if (lessons.length === 0) {
    return `<table class="not"><tr><td>${day.is_vacation ? 'Каникулы' : 'Нет уроков'}</td></tr></table>`;
  }
  const names = state.settings.markup === 'reordered' ? REORDERED : USUAL;
  const heads = names.map((name) => `<th>${COLUMNS[name][0]}</th>`).join('');
  const rows = lessons.map((one) => `<tr>${names.map((name) => COLUMNS[name][1](one, state)).join('')}</tr>`);
  return `<table><thead><tr>${heads}</tr></thead><tbody>\n${rows.join('\n')}</tbody></table>`;
}

function lessonCell(lesson, state) {
  const name = `${safe(lesson.discipline)}${vendorMarks(state, lesson)}`;
  return state.settings.markup === 'wrapped'
    ? `<td class="cell lesson"><b class="title">${name}</b></td>`
    : `<td class="lesson">${name}</td>`;
}

function files(lesson) {
  return (lesson.materials ?? [])
    .map(({ name, url }) => (url ? `<a href="${safe(url)}" target="_blank">${safe(name)}</a>` : safe(name)))
    .join('<br>');
}

function unreadableDay(day) {
  const lessons = (day.lessons ?? []).map(
    (lesson) =>
      `<div class="x3"><div class="x4">${timeSpan(lesson)}</div><div class="x5">${safe(lesson.discipline)}</div></div>`,
  );
  return `<div class="x1"><div class="x2">${day.date.split('-').reverse().join('.')}</div>${lessons.join('')}</div>`;
}
