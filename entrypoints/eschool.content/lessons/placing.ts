import { joinState, nextBoundary, nextMinute, type TimeOfCall } from '@/lib/calls/joinTime';
import type { JoinState } from '@/lib/calls/types';
import type { ReadyLesson } from '@/lib/messages/lessons';
import { isOrphaned } from '@/lib/messages/send';
import { formatAhead } from '@/lib/time';
import { words } from '@/lib/words';
import type { JoinTarget } from './joining';
import { createLessonButton, type LessonButton } from './lessonButton';
import type { Entrance } from './lessonMenu';

interface Placed {
  lesson: ReadyLesson;
  button: LessonButton;
  window: TimeOfCall;
  entrances: Entrance[];
  /** What the button shows of its call's time. */
  shown: string;
}

/** A visible page compares the clock at least so often: a computer that slept wakes with old timers. Milliseconds. */
const longestWait = 60_000;

/** `setTimeout` cannot wait longer than this. */
const longestTimer = 2 ** 31 - 1;

/** The buttons in the page: one a lesson, however often the page re-renders. */
export interface Placing {
  /** Puts the buttons to these cells, and takes away those of all other lessons. */
  place(found: ReadonlyMap<Element, ReadyLesson>): void;
  /** Shows every button as it is now, and waits for the next moment at which one of them changes. */
  update(): void;
  /** Another pupil: everything goes at once; a button that is just opening says why. */
  clear(): void;
}

export interface PlacingOptions {
  /** The corrected time, unix milliseconds. */
  now: () => number;
  open: (target: JoinTarget, button: LessonButton) => Promise<void>;
  /** Shows what else can be done with a lesson. */
  more: (lesson: ReadyLesson) => void;
  /** Lessons without a button at which something may happen, too. */
  alsoAwaited: () => readonly TimeOfCall[];
  /** A moment has come at which something may have changed. */
  onMoment: () => void;
}

export function createPlacing({ now, open, more, alsoAwaited, onMoment }: PlacingOptions): Placing {
  const placed = new Map<string, Placed>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function put(cell: Element, lesson: ReadyLesson): void {
    const { id, interval, call } = lesson;
    const before = placed.get(id);
    const button = before?.button ?? createLessonButton(lesson.name, () => more(lesson));
    // A page that renders at will brings the same ones again and again.
    if (before?.lesson !== lesson) {
      placed.set(id, {
        lesson,
        button,
        entrances: targetsOf(lesson).map((target) => ({ name: target.name, open: () => open(target, button) })),
        window: { start: interval?.start ?? null, end: interval?.end ?? null, live: call?.live ?? false },
        shown: '',
      });
    }
    button.placeIn(cell);
  }

  function update(): void {
    clearTimeout(timer);
    // Its words are gone, too: a click says what to do.
    if (isOrphaned()) return;
    const at = now();
    for (const one of placed.values()) {
      const state = joinState(one.window, at);
      const shown = JSON.stringify(state);
      // Dozens of buttons, each with several questions to the browser, and most look as they did.
      if (one.shown === shown) continue;
      one.shown = shown;
      one.button.show(state, one.entrances, whenWords(state, one.lesson.opensAt));
    }
    const windows = [...placed.values()].map(({ window }) => window);
    const next = nextBoundary([...windows, ...alsoAwaited()], at);
    if (next === null) return;
    const tick = Math.min(next, nextMinute(windows, at) ?? next);
    const wait = Math.min(tick - at + 50, document.hidden ? longestTimer : longestWait);
    timer = setTimeout(() => {
      update();
      if (now() >= next) onMoment();
    }, wait);
  }

  return {
    place(found) {
      const gone = new Set(placed.keys());
      for (const [cell, lesson] of found) {
        put(cell, lesson);
        gone.delete(lesson.id);
      }
      for (const id of gone) {
        placed.get(id)?.button.remove();
        placed.delete(id);
      }
      update();
    },
    update,
    clear() {
      clearTimeout(timer);
      for (const { button } of placed.values()) {
        if (button.isBusy) button.retire(words('lessonOtherPupil'));
        else button.remove();
      }
      placed.clear();
    },
  };
}

/** The ways into a lesson: its own links, else the call that was found for it. */
function targetsOf({ name: lesson, links, call }: ReadyLesson): readonly JoinTarget[] {
  if (links.length > 0) return links.map((link) => ({ ...link, lesson }));
  return call ? [{ id: call.id, name: '', isOfVk: true, lesson }] : [];
}

/** «Онлайн, вход с 08:20», «Через 8 минут»; nothing where there is nothing to wait for. */
function whenWords(state: JoinState, opensAt: string): string {
  if (state.kind === 'before') return words('opensAt', opensAt);
  return 'minutes' in state ? formatAhead(state.minutes) : '';
}
