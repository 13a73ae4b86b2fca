import { isOpenAtFirst } from './diary.js';
import { header, menuItems, otherMenus, sectionName } from './frame.js';
import { meddle } from './meddlers.js';
import { content, topBar } from './sections.js';
import { ask } from './server.js';
import { daysOf, indented, plusDays } from './text.js';

const shell = document.querySelector('#page');
const settings = JSON.parse(shell.dataset.settings);
const state = {
  settings,
  section: 'diary',
  date: settings.today,
  month: false,
  person: null,
  days: [],
  homework: [],
  letters: [],
  open: new Map(),
  userMenu: false,
  picking: false,
  failed: false,
  hasMenu: settings.menu === 'normal' || settings.menu === 'hidden',
};
let lastLoad = 0;
/** The classes of the content's parent and of the content. */
const [RIGHT, CONTENT] = settings.layout === 'unknown' ? ['x7', 'x8'] : ['right', 'content'];

function write(element, html) {
  element.innerHTML = settings.markup === 'indented' ? indented(html) : html;
}

/** Everything from scratch, as the page always does it. */
function render() {
  window.__renders += 1;
  const right = `<div class="top">${topBar(state)}</div><div class="${CONTENT}">${content(state)}</div>`;
  const drawn = document.querySelector(`.${RIGHT}`);
  if (!drawn || settings.rerender === 'everything') {
    write(
      shell,
      `<div class="head">${header(state)}</div><div class="side">${menu()}</div><div class="${RIGHT}">${right}</div>`,
    );
    return;
  }
  write(document.querySelector('.head'), header(state));
  const list = document.querySelector('.side ul.menu:last-of-type');
  if (list) write(list, menuItems(state));
  else write(document.querySelector('.side'), menu());
  if (settings.rerender === 'parts') {
    write(drawn.querySelector('.top'), topBar(state));
    write(drawn.querySelector(`.${CONTENT}`), content(state));
  } else write(drawn, right);
}

function menu() {
  if (!state.hasMenu) return '';
  const hidden = settings.menu === 'hidden' ? ' style="display: none"' : '';
  const list = `${otherMenus(state)}<ul class="menu"${hidden}>${menuItems(state)}</ul>`;
  return settings.markup === 'wrapped' ? `<nav><div class="menu-inner">${list}</div></nav>` : list;
}

/** Asks for what the open section shows, then draws it; an answer that has been overtaken is dropped. */
async function load() {
  lastLoad += 1;
  const mine = lastLoad;
  const service = '/api/ScheduleService';
  const requests = {
    diary: () => ask(`${service}/GetDiary?date=${state.date}&is_diary=true`),
    schedule: () => ask(`${service}/${state.month ? 'GetMonthSchedule' : 'GetWeekSchedule'}?date=${state.date}`),
    homework: () => ask(`/api/HomeworkService/GetHomeworkFromRange?date=${state.date}`),
    mail: () => ask('/api/MailBoxService/getInBoxMessages?page=1'),
  };
  const request = requests[state.section];
  const answer = request ? await request() : {};
  if (mine !== lastLoad) return;
  state.failed = answer === null;
  state.days = daysOf(answer);
  state.homework = Array.isArray(answer) ? answer : [];
  state.letters = answer?.items ?? [];
  render();
}

async function loadPerson() {
  state.person = await ask('/api/ProfileService/GetPersonData');
  render();
}

function readHash() {
  const hash = location.hash.slice(1);
  window.__hashes.push(hash);
  if (hash !== '' && sectionName(hash) === undefined) window.__unknownHashes.push(hash);
  state.section = sectionName(hash) === undefined ? 'diary' : hash;
  state.days = [];
  render();
  return load();
}

function step(direction) {
  state.date = plusDays(state.date, direction * (state.month ? 30 : 7));
  return load();
}

const actions = {
  fold(date) {
    const day = state.days.find((one) => one.date === date);
    state.open.set(date, !(state.open.get(date) ?? isOpenAtFirst(state, day)));
    render();
  },
  'fold-all'() {
    for (const day of state.days) state.open.set(day.date, false);
    render();
  },
  today() {
    state.date = settings.today;
    return load();
  },
  back: () => step(-1),
  forward: () => step(1),
  view() {
    state.month = !state.month;
    return load();
  },
  pick() {
    state.picking = !state.picking;
    render();
  },
  user() {
    state.userMenu = !state.userMenu;
    render();
  },
  async child(id) {
    state.userMenu = false;
    await ask('/api/ProfileService/SetChild', { selected: id });
    await loadPerson();
    await load();
  },
};

document.addEventListener('click', (event) => {
  const target = event.target.closest?.('[data-do]');
  if (target) actions[target.dataset.do]?.(target.dataset.value);
});
document.addEventListener('change', (event) => {
  if (event.target.dataset?.change !== 'date' || !event.target.value) return;
  state.date = event.target.value;
  state.picking = false;
  load();
});
addEventListener('hashchange', readHash);
if (settings.rerenderEveryMs > 0) setInterval(render, settings.rerenderEveryMs);
if (settings.menu === 'late') {
  setTimeout(() => {
    state.hasMenu = true;
    render();
  }, settings.menuDelayMs);
}
loadPerson();
readHash();
for (const name of settings.meddlers) meddle(name);
