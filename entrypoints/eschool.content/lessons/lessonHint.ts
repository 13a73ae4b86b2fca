import { build } from '@/entrypoints/eschool.content/page/element';
import { applicationAddress } from '@/lib/sites/sferum';
import { words } from '@/lib/words';
import type { LessonButton } from './lessonButton';

/** The first time: what a call will ask for. It stands beside a button and never in the way of it. */
export interface LessonHint {
  /** Stands at the first of these lessons that can be joined; where it stands already, it stays. */
  standAt(buttons: Iterable<LessonButton>): void;
  /** Somebody has joined: next time there is no hint. It stays on this page until it is closed. */
  noteJoined(): void;
}

/**
 * Makes the hint of one page.
 *
 * @param isSeen whether it was seen in this browser
 * @param onSeen keeps that
 */
export function createLessonHint({ isSeen, onSeen }: { isSeen: boolean; onSeen: () => void }): LessonHint {
  let isClosed = isSeen;
  let element: HTMLElement | null = null;
  let anchor: LessonButton | null = null;

  function close(): void {
    isClosed = true;
    element?.remove();
    anchor?.host.removeAttribute('data-hint');
    onSeen();
  }

  function buildHint(): HTMLElement {
    const application = build('a', {
      part: 'link',
      text: words('lessonHintApplication'),
      attributes: { href: applicationAddress, target: '_blank', rel: 'noreferrer' },
    });
    const done = build('button', {
      part: 'done',
      text: words('lessonHintDone'),
      attributes: { type: 'button' },
      onClick: close,
    });
    const hint = build('span', {
      part: 'hint',
      attributes: { role: 'group', 'aria-label': words('lessonHintTitle') },
      children: [
        build('span', { text: words('lessonHintText') }),
        build('span', {
          part: 'paragraph',
          children: [document.createTextNode(`${words('lessonHintBefore')} `), application],
        }),
        done,
      ],
    });
    hint.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    return hint;
  }

  return {
    standAt(buttons) {
      if (isClosed || (anchor?.canJoin && anchor.host.isConnected)) return;
      anchor?.host.removeAttribute('data-hint');
      anchor = [...buttons].find((button) => button.canJoin && button.host.isConnected) ?? null;
      if (!anchor) return;
      element ??= buildHint();
      anchor.host.shadowRoot?.append(element);
      // It stands over other lessons' themes, not over their buttons: right of the cell, or left where no place is left.
      anchor.host.setAttribute('data-hint', 'right');
      const { right } = element.getBoundingClientRect();
      if (right > document.documentElement.clientWidth) anchor.host.setAttribute('data-hint', 'left');
    },
    noteJoined() {
      if (!isClosed) onSeen();
    },
  };
}
