import type { JoinState } from '@/lib/calls/types';
import { words } from '@/lib/words';
import { build, buildHost } from './element';

/** One way into a lesson's call, as the page may know it: no address from VK, only what to ask the background for. */
export interface Entrance {
  /** Name of the material in the diary, or empty. */
  name: string;
  open: () => Promise<void>;
}

/** What stands at a lesson that can be joined. */
export interface LessonButton {
  readonly host: HTMLElement;
  show(state: JoinState, entrances: readonly Entrance[], startsAt: string): void;
  /** A sentence under the button, e.g. that a call could not be opened. */
  say(text: string): void;
}

/** Builds the control at one lesson; `lesson` names it for those who cannot see the row. */
export function createLessonButton(lesson: string): LessonButton {
  const content = build('span', { part: 'content' });
  const status = build('span', { part: 'status', attributes: { role: 'status' } });
  const host = buildHost('sferum-lesson', content, status);
  let shown = '';

  function joinButton(entrances: readonly Entrance[]): Node {
    const [only] = entrances;
    const button = build('button', {
      part: 'join',
      text: words('join'),
      attributes: { type: 'button', 'aria-description': lesson },
    });
    button.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (entrances.length === 1) run(button, only);
      else toggleMenu(button, entrances);
    });
    if (entrances.length > 1) button.setAttribute('aria-expanded', 'false');
    return button;
  }

  function run(button: HTMLButtonElement, entrance: Entrance | undefined): void {
    if (!entrance || button.disabled) return;
    button.disabled = true;
    status.textContent = '';
    void entrance.open().finally(() => {
      button.disabled = false;
    });
  }

  function toggleMenu(button: HTMLButtonElement, entrances: readonly Entrance[]): void {
    const open = content.querySelector('[part~="menu"]');
    button.setAttribute('aria-expanded', String(!open));
    if (open) {
      open.remove();
      return;
    }
    const items = entrances.map((entrance, index) => {
      const item = build('button', {
        part: 'choice',
        text: entrance.name || words('joinNumbered', index + 1),
        attributes: { type: 'button' },
      });
      item.addEventListener('click', (event) => {
        event.stopPropagation();
        run(item, entrance);
      });
      return item;
    });
    content.append(build('span', { part: 'menu', children: items }));
    items[0]?.focus();
  }

  // The row's own handlers (folding, details) are not meant by a click on our control.
  host.addEventListener('click', (event) => event.stopPropagation());
  host.addEventListener('keydown', (event) => {
    const menu = content.querySelector('[part~="menu"]');
    if (event.key !== 'Escape' || !menu) return;
    menu.remove();
    const button = content.querySelector<HTMLElement>('[part~="join"]');
    button?.setAttribute('aria-expanded', 'false');
    button?.focus();
  });

  return {
    host,
    show(state, entrances, startsAt) {
      const next = JSON.stringify([state.kind, state.kind === 'open' && state.live, entrances.map(({ name }) => name), startsAt]);
      if (next === shown) return;
      shown = next;
      host.hidden = state.kind === 'over';
      switch (state.kind) {
        case 'over':
          content.replaceChildren();
          break;
        case 'before':
          content.replaceChildren(build('span', { part: 'before', text: words('startsAt', startsAt) }));
          break;
        case 'open':
        case 'timeless':
          content.replaceChildren(
            joinButton(entrances),
            ...(state.kind === 'open' && state.live ? [build('span', { part: 'live', text: words('lessonIsOn') })] : []),
          );
      }
    },
    say(text) {
      status.textContent = text;
    },
  };
}
