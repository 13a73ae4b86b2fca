import './styles/base.css';
import './styles/controls.css';
import './styles/linking.css';
import './styles/linked.css';
import './styles/chats.css';
import './styles/calls.css';
import { render } from 'preact';
import { listenToNews } from '@/lib/protocol/news';
import { linkedHash, openedMessage, preparedName } from '@/lib/protocol/prepared';
import { App } from './App';
import { framingOrigin, isShippedDiary } from './frame';
import { blankChats, openPrepared, prepareChats, readAhead } from './state/chats';
import { readSection } from './state/section';
import { watch } from './watch';

const origin = framingOrigin();
const root = document.getElementById('section');

function start(): void {
  readAhead();
  void readSection();
  watch();
}

function startOnceOpened(): void {
  prepareChats().catch(() => undefined);
  // Whoever it was, somebody else may open it.
  const stop = listenToNews((news) => {
    if (news === 'session' || news === 'linking') blankChats();
  });
  const hear = ({ data }: MessageEvent) => {
    if (data !== openedMessage) return;
    window.removeEventListener('message', hear);
    stop();
    openPrepared();
    start();
  };
  window.addEventListener('message', hear);
}

// Outside a diary's frame the page stays empty and asks nothing.
if (origin !== null && root) {
  const skeleton = isShippedDiary(origin) ? (location.hash === linkedHash ? 'linked' : 'any') : 'none';
  // Asked before anything is drawn: the answer comes meanwhile.
  if (window.name === preparedName) startOnceOpened();
  else start();
  render(<App pageAddress={`${origin}/personal-area/`} skeleton={skeleton} />, root);
}
