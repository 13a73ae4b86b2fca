import '@/components/theme/inDiary';
import { render } from 'preact';
import { WaysClients } from '@/components/ways/WaysTo';
import { chats } from '@/entrypoints/section/state/chats';
import { leave, readSection } from '@/entrypoints/section/state/section';
import { personalAreaPath } from '@/lib/diary/origin';
import { linkedHash, openedMessage, overlayName, preparedName } from '@/lib/messages/frameNames';
import { listenToNews } from '@/lib/messages/news';
import { createWaysClient } from '@/lib/messages/waysClient';
import { App } from './App';
import { framingOrigin, isShippedDiary } from './frame';
import { watch } from './watch';

const origin = framingOrigin();
const root = document.getElementById('section');

function start(): void {
  chats.readAhead();
  void readSection();
  watch();
}

function startOnceOpened(): void {
  chats.prepare().catch(() => undefined);
  // Whoever it was, somebody else may open it.
  const stop = listenToNews((news) => {
    if (news === 'session' || news === 'linking') chats.blank();
  });
  const hear = ({ data }: MessageEvent) => {
    if (data !== openedMessage) return;
    window.removeEventListener('message', hear);
    stop();
    chats.openPrepared();
    start();
  };
  window.addEventListener('message', hear);
}

/** Where the section lies over the page, Escape closes it: the page around hears no key that is pressed in here. */
function leaveByEscape({ key, defaultPrevented }: KeyboardEvent): void {
  if (key === 'Escape' && !defaultPrevented && !document.querySelector('dialog[open]')) void leave();
}

// Outside a diary's frame the page stays empty and asks nothing.
if (origin !== null && root) {
  const skeleton = isShippedDiary(origin) ? (location.hash === linkedHash ? 'linked' : 'any') : 'none';
  // Asked before anything is drawn: the answer comes meanwhile.
  if (window.name === preparedName) startOnceOpened();
  else start();
  if (window.name === overlayName) document.addEventListener('keydown', leaveByEscape);
  render(
    <WaysClients.Provider value={createWaysClient}>
      <App pageAddress={`${origin}${personalAreaPath}`} skeleton={skeleton} />
    </WaysClients.Provider>,
    root,
  );
}
