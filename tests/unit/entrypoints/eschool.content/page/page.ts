/** Parts of the diary's page and of a person, for the tests of what stands in it. */

export const item = (hash: string, label: string, classes = '') =>
  `<li><a href="${hash}"${classes && ` class="${classes}"`}><i class="ico"></i>${label}</a><a class="help">?</a></li>`;

export const items = [
  item('#diary', 'Дневник', 'active'),
  item('#schedule', 'Расписание'),
  item('#homework', 'Домашнее задание'),
  item('#portfolio', 'Портфолио'),
  item('#board', 'Доска объявлений'),
  item('#mail', 'Почта'),
];

export const menu = (inside = items.join('')) => `<ul class="menu">${inside}</ul>`;

export const content =
  '<div class="right"><div class="top"></div><div class="content"><ul><li>Понедельник</li></ul></div></div>';

export function show(html: string): void {
  document.body.innerHTML = html;
}

export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** A person clicks; without `trusted` a script of the page does. */
export function click(target: EventTarget, trusted = true): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  if (trusted) Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
  return event;
}

/** All observers have been told. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
