import { vendorMarks } from './diary.js';
import { dateParts, dayHead, safe, timeCell, timeSpan } from './text.js';

/** «Расписание»: a card a day in two columns, or the month. */
export function scheduleContent(state) {
  return state.month ? monthTable(state) : weekCards(state);
}

function weekCards(state) {
  const { markup } = state.settings;
  if (markup === 'unreadable') {
    return state.days.map((day) => `<div class="x1">${day.date}: ${(day.lessons ?? []).length}</div>`).join('');
  }
  const cards = state.days.map(
    (day) => `<li><div>${dayHead(day.date, state.settings.today)}</div>${cardTable(state, day)}</li>`,
  );
  return `<ul class="columns">${cards.join('\n')}</ul>`;
}

function cardTable(state, day) {
  const lessons = day.lessons ?? [];
  if (lessons.length === 0) {
    return `<table class="not"><tr><td>${day.is_vacation ? 'Каникулы' : 'Нет уроков'}</td></tr></table>`;
  }
  return `<table><tbody>${lessons.map((lesson) => cardRow(state, lesson)).join('\n')}</tbody></table>`;
}

function cardRow(state, lesson) {
  const cells = [
    `<td class="time">${timeCell(lesson, state)}</td>`,
    `<td class="lesson">${safe(lesson.discipline)}${vendorMarks(state, lesson)}</td>`,
    `<td class="teacher">${safe(lesson.teacher)}</td>`,
    `<td class="office">Кабинет: ${safe(lesson.office ?? 'Нет')}</td>`,
  ];
  if (state.settings.markup === 'reordered') cells.reverse();
  return `<tr>${cells.join('')}</tr>`;
}

function monthTable(state) {
  const first = state.days[0];
  if (!first) return '<table class="month"></table>';
  const empty = (new Date(`${first.date}T00:00Z`).getUTCDay() + 6) % 7;
  const cells = [...Array(empty).fill('<td></td>'), ...state.days.map(monthCell)];
  const rows = [];
  for (let start = 0; start < cells.length; start += 7) rows.push(`<tr>${cells.slice(start, start + 7).join('')}</tr>`);
  return `<table class="month"><tbody>${rows.join('\n')}</tbody></table>`;
}

function monthCell(day) {
  const lessons = (day.lessons ?? []).map((lesson) => `<div>${timeSpan(lesson)} ${safe(lesson.discipline)}</div>`);
  return `<td><b>${Number(dateParts(day.date).day)}</b>${lessons.join('')}</td>`;
}
