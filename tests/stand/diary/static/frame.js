import { dateParts, safe } from './text.js';

const SECTIONS = [
  ['diary', 'Дневник'],
  ['schedule', 'Расписание'],
  ['marks', 'Оценки'],
  ['school', 'Школа'],
  ['homework', 'Домашнее задание'],
  ['missed', 'Пропущенные темы'],
  ['portfolio', 'Портфолио'],
  ['board', 'Доска объявлений'],
  ['mail', 'Почта'],
];

/** Name of a section, or undefined for an unknown hash. */
export function sectionName(section) {
  return section === 'sferum' ? 'Сферум' : SECTIONS.find(([name]) => name === section)?.[1];
}

/** The items of the left menu. */
export function menuItems(state) {
  const items = SECTIONS.map(([name, label]) => menuItem(state, name, label, true));
  if (state.settings.vendorPlugin) {
    const label = state.settings.vendorLinked ? 'Сферум' : 'Авторизация в Сферум';
    items.splice(7, 0, menuItem(state, 'sferum', label, false));
  }
  return items.join('\n');
}

/** Lists of the same class that are not the menu. */
export function otherMenus(state) {
  const lists = {
    header:
      '<ul class="menu header-menu"><li><a href="/auth/force-logout">Выйти</a></li><li><a href="/help">Помощь</a></li></ul>',
    phone: `<ul class="menu phone-menu">${menuItems(state)}</ul>`,
  };
  return state.settings.otherMenus.map((name) => lists[name]).join('');
}

/** The logo, the header with the user's menu. */
export function header(state) {
  const { day, weekday, year, monthName } = dateParts(state.settings.today);
  const person = state.person;
  const name = (person?.user_fullname ?? '').split(' ').slice(0, 2).join(' ');
  const indicator = person?.indicators?.[0];
  return `<div class="logo">БАРС.Образование<b>Электронная Школа</b></div>
<div class="header"><div>
  <div class="today"><span>${day}</span><div>${monthName} / ${weekday.toUpperCase()}<br>${year}</div></div>
  <div class="indicator">${indicator ? `${safe(indicator.name)} ${safe(indicator.value)}` : ''}</div>
  <span class="user" data-do="user">${safe(name)} ▾</span>
  ${state.userMenu ? userMenu(person) : ''}
</div></div>`;
}

function menuItem(state, name, label, withHelp) {
  const { markup } = state.settings;
  const address = markup === 'reordered' ? `${location.origin}/personal-area/#${name}` : `#${name}`;
  const active = state.section === name ? ' class="active"' : '';
  const text = markup === 'wrapped' ? `<span class="caption">${label}</span>` : label;
  const link = `<a href="${address}"${active}><i class="ico"></i>${text}</a>`;
  return `<li class="edge-${name}">${link}${withHelp ? '<a class="help">?</a>' : ''}</li>`;
}

function userMenu(person) {
  const children = (person?.children_persons ?? []).map((child) => {
    const chosen = child.person_id === person.selected_pupil_id ? ' class="chosen"' : '';
    return `<a data-do="child" data-value="${child.person_id}"${chosen}>${safe(child.fullname)}, ${safe(child.classyear)}</a>`;
  });
  return `<div class="user-menu">${children.length > 0 ? `<b>Мои дети</b>${children.join('')}` : ''}
<a href="/auth/force-logout">Выйти</a></div>`;
}
