import { createContest } from '@/entrypoints/eschool.content/page/contest';
import { build, buildHost, takeOut } from '@/entrypoints/eschool.content/page/element';
import type { Feature } from '@/entrypoints/eschool.content/page/feature';
import { isRemembered, rememberFlag } from '@/entrypoints/eschool.content/page/remembered';
import { applicationAddress } from '@/lib/sites/sferum';
import { words } from '@/lib/words';
import type { LessonButton } from './lessonButton';

/** Somebody has seen the hint in this browser. */
const seenKey = 'lessonHintSeen';

/** What a call asks for, said once. */
export interface LessonHint extends Feature {
  /** The first call was opened from this button. */
  showAt(button: LessonButton): Promise<void>;
}

/**
 * Makes the hint of one page. It is shown after the first call was opened: the person comes back to it when the browser has asked.
 * It stands above the day's lessons, pushes them down and covers nothing, until it is closed.
 */
export function createLessonHint(): LessonHint {
  const contest = createContest(() => refresh());
  let host: HTMLElement | null = null;
  let anchor: LessonButton | null = null;

  function close(): void {
    contest.stop();
    if (host) takeOut(host);
    host = null;
    anchor = null;
  }

  function buildHint(): HTMLElement {
    const application = build('a', {
      part: 'link',
      text: words('lessonHintApplication'),
      attributes: { href: applicationAddress, target: '_blank', rel: 'noreferrer' },
    });
    const hint = build('div', {
      part: 'hint',
      attributes: { role: 'group', 'aria-label': words('lessonHintTitle') },
      children: [
        build('span', { text: words('lessonHintText') }),
        build('span', { children: [document.createTextNode(`${words('lessonHintBefore')} `), application] }),
        build('button', { part: 'sferum-button soft', text: words('lessonHintDone'), onClick: close }),
      ],
    });
    hint.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close();
    });
    return buildHost('sferum-hint', hint);
  }

  function refresh(): void {
    if (!host || host.isConnected || !anchor?.host.isConnected) return;
    const lessons = anchor.host.closest('table') ?? anchor.host;
    if (contest.mayPut(lessons)) lessons.before(host);
  }

  return {
    name: 'lesson hint',
    async showAt(button) {
      if (host || (await isRemembered(seenKey))) return;
      rememberFlag(seenKey, true);
      host = buildHint();
      anchor = button;
      refresh();
    },
    refresh,
    remove: close,
  };
}
