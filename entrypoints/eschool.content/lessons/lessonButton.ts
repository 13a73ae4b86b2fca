import './lesson.css';
import { createContest } from '@/entrypoints/eschool.content/page/contest';
import { build, buildHost, onTrustedClick, takeOut } from '@/entrypoints/eschool.content/page/element';
import type { JoinState } from '@/lib/calls/types';
import { type MessageKey, words } from '@/lib/words';
import { createLessonMenu, type Entrance } from './lessonMenu';

/** What stands at a lesson that can be joined. */
export interface LessonButton {
  readonly host: HTMLElement;
  /** Puts it in a row's cell, where it is not there yet and nobody throws it out each time. */
  placeIn(cell: Element): void;
  remove(): void;
  /** A call is being opened. */
  readonly isBusy: boolean;
  /** `when`: how long it is until it begins, or since when one can join. */
  show(state: JoinState, entrances: readonly Entrance[], when: string): void;
  /** A sentence under the button: that a call could not be opened (`bad`), or as whom one joins. */
  say(text: string, tone: 'bad' | 'calm'): void;
  /** Nothing can be joined here any more, and this is why. */
  retire(text: string): void;
}

/** What every button says: there are dozens, and each question to the browser takes longer than all else at one. */
const said: Record<string, string> = {};
const saidOnce = (key: MessageKey) => (said[key] ??= words(key));

/**
 * Builds the control at one lesson.
 *
 * @param lesson names it for those who cannot see the row
 * @param onMore «⋯»: what else can be done with it
 */
export function createLessonButton(lesson: string, onMore: () => void): LessonButton {
  const join = build('button', {
    part: 'sferum-button join',
    text: saidOnce('join'),
    attributes: { 'aria-description': lesson },
  });
  const live = build('span', { part: 'live', text: saidOnce('lessonIsOn') });
  const before = build('span', { part: 'before' });
  const more = build('button', {
    part: 'sferum-button soft more',
    text: '⋯',
    attributes: { 'aria-label': saidOnce('callMore'), 'aria-description': lesson },
    onClick: onMore,
  });
  const content = build('span', { part: 'content' });
  const status = build('div', { part: 'status', attributes: { role: 'status' } });
  const host = buildHost('sferum-lesson', content, status);
  const menu = createLessonMenu(content, join, run);
  const contest = createContest(() => home && placeIn(home));
  let home: Element | null = null;
  let entrances: readonly Entrance[] = [];
  let isBusy = false;

  function run(entrance: Entrance | undefined): void {
    if (!entrance || isBusy) return;
    isBusy = true;
    // Not `disabled`: that would take the focus away.
    join.setAttribute('aria-disabled', 'true');
    status.textContent = '';
    void entrance.open().finally(() => {
      isBusy = false;
      join.removeAttribute('aria-disabled');
    });
  }

  onTrustedClick(join, (event) => {
    event.preventDefault();
    if (entrances.length > 1) menu.toggle(entrances);
    else run(entrances[0]);
  });
  // The row's own handlers (folding, details) are not meant by a click on our control.
  host.addEventListener('click', (event) => event.stopPropagation());

  function placeIn(cell: Element): void {
    home = cell;
    if (host.parentElement !== cell && cell.isConnected && contest.mayPut(cell)) cell.append(host);
  }

  /** Moves nothing that is in its place: moving would lose the focus. */
  function put(...wanted: HTMLElement[]): void {
    if (!wanted.includes(join)) menu.close();
    for (const child of [join, live, before, more]) if (!wanted.includes(child)) child.remove();
    for (const [at, child] of wanted.entries()) {
      if (content.children[at] !== child) content.insertBefore(child, content.children[at] ?? null);
    }
  }

  function say(text: string, tone: 'bad' | 'calm'): void {
    status.setAttribute('part', `status ${tone}`);
    status.textContent = text;
  }

  return {
    host,
    placeIn,
    remove() {
      contest.stop();
      home = null;
      takeOut(host);
    },
    get isBusy() {
      return isBusy;
    },
    show(state, found, when) {
      const names = (all: readonly Entrance[]) => all.map(({ name }) => name).join('\n');
      if (menu.isOpen && names(found) !== names(entrances)) menu.close();
      entrances = found;
      if (found.length > 1 && !menu.isOpen) join.setAttribute('aria-expanded', 'false');
      else if (found.length < 2) join.removeAttribute('aria-expanded');
      host.hidden = state.kind === 'over';
      // What can be joined but has not begun is outlined: one solid button stands for one lesson that is on.
      join.setAttribute('part', `sferum-button join${'minutes' in state ? ' early' : ''}`);
      before.textContent = when;
      if (state.kind === 'before') put(before, more);
      else if (state.kind === 'over') put();
      else if (state.kind === 'open' && state.live) put(join, live, more);
      else if (when) put(join, before, more);
      else put(join, more);
    },
    say,
    retire(text) {
      contest.stop();
      home = null;
      put();
      say(text, 'bad');
    },
  };
}
