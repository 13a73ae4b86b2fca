import './styles/base.css';
import './styles/controls.css';
import './styles/linking.css';
import './styles/linked.css';
import './styles/chats.css';
import './styles/calls.css';
import { render } from 'preact';
import { linkedHash, openedMessage, preparedName } from '@/lib/protocol/prepared';
import { ask } from '@/lib/protocol/send';
import { App } from './App';
import { framingOrigin, isShippedDiary } from './frame';
import { readAhead } from './state/chats';
import { readSection } from './state/section';
import { warmUp } from './warmUp';
import { watch } from './watch';

const origin = framingOrigin();
const root = document.getElementById('section');

function start(): void {
  readAhead();
  void readSection();
  watch();
}

function startOnceOpened(): void {
  ask('section.prepare', {}).catch(() => undefined);
  warmUp();
  const hear = ({ data }: MessageEvent) => {
    if (data !== openedMessage) return;
    window.removeEventListener('message', hear);
    start();
  };
  window.addEventListener('message', hear);
}

// Outside a diary's frame the page stays empty and asks nothing.
if (origin !== null && root) {
  const skeleton = isShippedDiary(origin) ? (location.hash === linkedHash ? 'linked' : 'any') : 'none';
  render(<App pageAddress={`${origin}/personal-area/`} skeleton={skeleton} />, root);
  if (window.name === preparedName) startOnceOpened();
  else start();
}
