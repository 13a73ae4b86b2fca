import './styles/base.css';
import './styles/controls.css';
import './styles/linking.css';
import './styles/linked.css';
import './styles/chats.css';
import './styles/calls.css';
import { render } from 'preact';
import { App } from './App';
import { framingOrigin, isShippedDiary } from './frame';
import { readAhead } from './state/chats';
import { readSection } from './state/section';
import { watch } from './watch';

const origin = framingOrigin();
const root = document.getElementById('section');

// Outside a diary's frame the page stays empty and asks nothing.
if (origin !== null && root) {
  render(<App pageAddress={`${origin}/personal-area/`} showsSkeleton={isShippedDiary(origin)} />, root);
  void readSection();
  readAhead();
  watch();
}
