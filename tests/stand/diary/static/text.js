const WEEKDAYS = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'];
const SHORT = ['ПН', 'ВТ', 'СР', 'ЧТ', 'ПТ', 'СБ', 'ВС'];
const MONTHS = [
  'Январь',
  'Февраль',
  'Март',
  'Апрель',
  'Май',
  'Июнь',
  'Июль',
  'Август',
  'Сентябрь',
  'Октябрь',
  'Ноябрь',
  'Декабрь',
];

/** Text made safe for HTML; nothing for null. */
export function safe(value) {
  return String(value ?? '').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** As a template is written that has each tag and each text on a line of its own. */
export function indented(html) {
  return html.replace(/(?<=>)\s*(?=\S)|(?<=\S)\s*(?=<)/g, `\n${' '.repeat(24)}`);
}

/** Parts of "YYYY-MM-DD" as the page shows them. */
export function dateParts(date) {
  const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
  const [year, month, day] = date.split('-');
  return { year, month, day, weekday: WEEKDAYS[weekday], short: SHORT[weekday], monthName: MONTHS[month - 1] };
}

/** The date so many days later. */
export function plusDays(date, days) {
  const moment = new Date(`${date}T00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Monday of the date's week. */
export function monday(date) {
  return plusDays(date, -((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7));
}

/** "08:30 - 09:10"; seconds are not shown, an unknown time is empty. */
export function timeSpan(lesson) {
  const shown = [lesson.time_begin, lesson.time_end].filter(Boolean);
  return shown.map((time) => safe(time.split(':').slice(0, 2).join(':'))).join(' - ');
}

/** The shift above the time, where the page tells it. */
export function timeCell(lesson, { settings }) {
  return settings.markup === 'indented'
    ? `<div>${safe(lesson.study_time_name)}</div><div>${timeSpan(lesson)}</div>`
    : timeSpan(lesson);
}

/** The head of a day: «Среда» and "25/11"; the first text of the date is "25/". */
export function dayHead(date, today) {
  const { day, month, weekday } = dateParts(date);
  const mark = date === today ? ' <span class="today-mark">Сегодня</span>' : '';
  return `${weekday}${mark} <div class="date">${day}/<sup>${month}</sup></div>`;
}

/** The days of an answer, whether it has them at once or week by week; dates as "YYYY-MM-DD". */
export function daysOf(answer) {
  const weeks = Array.isArray(answer) && answer.every((week) => 'days' in week) ? answer : [answer];
  const iso = (date) => (/^\d{4}/.test(date) ? date : date.split('-').reverse().join('-'));
  return weeks.flatMap((week) => week?.days ?? []).map((day) => ({ ...day, date: iso(day.date) }));
}
