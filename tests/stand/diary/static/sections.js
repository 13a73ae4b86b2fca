import { diaryContent } from './diary.js';
import { sectionName } from './frame.js';
import { scheduleContent } from './schedule.js';
import { dateParts, dayHead, monday, plusDays, safe } from './text.js';

/** The bar above the content. */
export function topBar(state) {
  const first = monday(state.date);
  const from = dateParts(first);
  const to = dateParts(plusDays(first, 6));
  const step = state.month ? 'месяц' : 'неделя';
  const week = `<span class="week"><a data-do="back" title="Предыдущая ${step}">‹</a> &nbsp; ${from.day} <small>${from.month} ${from.short}</small>
– ${to.day} <small>${to.month} ${to.short}</small> &nbsp; <a data-do="forward" title="Следующая ${step}">›</a></span>`;
  const fold = state.section === 'diary' ? '<a class="dotted" data-do="fold-all">Свернуть все</a>' : '';
  const view =
    state.section === 'schedule'
      ? `<a class="dotted" data-do="view">${state.month ? 'Показать неделю' : 'Показать месяц'}</a>`
      : '';
  const picker = state.picking ? `<input type="date" class="picker" data-change="date" value="${state.date}">` : '';
  return `${fold}${view}<a class="dotted" data-do="today">Сегодня</a>${week}
<a class="calendar_btn" data-do="pick"><span class="ico">▦ ▾</span></a>${picker}`;
}

/** The content of the section that is open. */
export function content(state) {
  if (state.failed) return '<p class="placeholder">Не удалось загрузить данные</p>';
  switch (state.section) {
    case 'diary':
      return diaryContent(state);
    case 'schedule':
      return scheduleContent(state);
    case 'homework':
      return homeworkContent(state);
    case 'mail':
      return mailContent(state);
    default:
      return `<p class="placeholder">${sectionName(state.section)}: раздел дневника</p>`;
  }
}

function homeworkContent(state) {
  const rows = (day) =>
    day.homeworks.map(
      (one) =>
        `<tr><td class="lesson">${safe(one.discipline)}</td><td class="homework"><span>${one.homework ?? ''}</span></td></tr>`,
    );
  const days = state.homework.map(
    (day) =>
      `<li class="open"><div>${dayHead(day.date, state.settings.today)}</div><table><tbody>${rows(day).join('')}</tbody></table></li>`,
  );
  return `<ul>${days.join('\n')}</ul>`;
}

function mailContent(state) {
  const rows = state.letters.map(
    (letter) =>
      `<tr><td class="time">${safe(letter.date)}</td><td>${safe(letter.sender_fullname)}</td><td>${safe(letter.subject)}</td></tr>`,
  );
  return `<table class="letters"><tbody>${rows.join('')}</tbody></table>`;
}
