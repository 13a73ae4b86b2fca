import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createContest } from '@/entrypoints/eschool.content/page/contest';
import { build, buildHost, takeOut } from '@/entrypoints/eschool.content/page/element';
import { type Feature, keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { isRemembered, rememberFlag } from '@/entrypoints/eschool.content/page/remembered';
import { applicationAddress } from '@/lib/sites/sferum';
import { nameOfCopy } from '@/lib/takeOver';
import { words } from '@/lib/words';

/** Somebody has seen the hint in this browser. */
const seenKey = 'lessonHintSeen';

const look = {
  host: 'display: block !important; margin: 0 !important; font: 13px / 1.4 Arial, Helvetica, sans-serif !important',
  hint: `display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px; padding: 8px 14px; border: 1px solid #c9a27a;
    background: #fffdf5; color: #333`,
  link: 'color: #8a3409',
  done: 'font-weight: 400',
};

/**
 * What a call asks for, said once: run in a diary's page after a call was opened there. The person comes back to it when the browser
 * has asked.
 */
export default defineUnlistedScript(async () => {
  if (document.querySelector('sferum-hint') || (await isRemembered(seenKey))) return;
  // The button that was pressed has the focus; where the browser gives it to no button, any lesson's will do.
  const pressed = document.activeElement?.closest('sferum-lesson') ?? document.querySelector('sferum-lesson');
  if (!pressed) return;
  rememberFlag(seenKey, true);
  const end = new AbortController();
  // A later copy of the extension sweeps away what this one has left.
  document.addEventListener(nameOfCopy('diary'), () => end.abort(), { once: true });
  keepInPage([createHint(pressed, () => end.abort())], end);
});

/** Stands above the day's lessons, pushes them down and covers nothing, until it is closed. */
function createHint(button: Element, close: () => void): Feature {
  const contest = createContest(refresh);
  const host = buildHost('sferum-hint', buildHint(close));
  host.style.cssText = look.host;

  function refresh(): void {
    if (host.isConnected || !button.isConnected) return;
    const lessons = button.closest('table') ?? button;
    if (contest.mayPut(lessons)) lessons.before(host);
  }

  return {
    refresh,
    remove() {
      contest.stop();
      takeOut(host);
    },
  };
}

function buildHint(close: () => void): HTMLElement {
  const application = build('a', {
    text: words('guideApplication'),
    attributes: { href: applicationAddress, target: '_blank', rel: 'noreferrer' },
  });
  application.style.cssText = look.link;
  const done = build('button', { part: 'sferum-button soft', text: words('lessonHintDone'), onClick: close });
  done.style.cssText = look.done;
  const hint = build('div', {
    attributes: { role: 'group', 'aria-label': words('lessonHintTitle') },
    children: [
      build('span', { text: words('lessonHintText') }),
      build('span', { children: [document.createTextNode(`${words('lessonHintBefore')} `), application] }),
      done,
    ],
  });
  hint.style.cssText = look.hint;
  hint.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return hint;
}
