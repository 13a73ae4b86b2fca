import './styles/base.css';
import './styles/controls.css';
import './styles/linking.css';
import './styles/linked.css';
import './styles/chats.css';
import './styles/calls.css';
import { render } from 'preact';
import { openedMessage, preparedName } from '@/lib/protocol/prepared';
import { App } from './App';
import { framingOrigin, isShippedDiary } from './frame';
import { readAhead } from './state/chats';
import { readSection } from './state/section';
import { watch } from './watch';

const origin = framingOrigin();
const root = document.getElementById('section');

function start(): void {
  void readSection();
  readAhead();
  watch();
}

function startOnceOpened(): void {
  const hear = ({ data }: MessageEvent) => {
    if (data !== openedMessage) return;
    window.removeEventListener('message', hear);
    start();
  };
  window.addEventListener('message', hear);
}

// Outside a diary's frame the page stays empty and asks nothing.
if (origin !== null && root) {
  render(<App pageAddress={`${origin}/personal-area/`} showsSkeleton={isShippedDiary(origin)} />, root);
  if (window.name === preparedName) startOnceOpened();
  else start();
}
