import '@/components/theme/outside';
import { render } from 'preact';
import { Guide } from '@/components/guide/Guide';
import { ask } from '@/lib/messages/send';
import type { PageReasonsView } from '@/lib/messages/support';
import { createTurns } from '@/lib/turns';

const root = document.getElementById('guide');
const turn = createTurns();
let reasons: readonly PageReasonsView[] | null = null;

function show(): void {
  if (root) render(<Guide anchor={decodeURIComponent(location.hash.slice(1))} reasons={reasons} />, root);
}

/** What is so on the open pages of diaries now: whoever has changed something there comes back here. */
async function readReasons(): Promise<void> {
  const isLast = turn();
  const now = await ask('support.reasons', {}).catch(() => reasons);
  if (!isLast()) return;
  reasons = now;
  show();
}

window.addEventListener('hashchange', show);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void readReasons());
// A window of its own beside the diary's was in sight all the time.
window.addEventListener('focus', () => void readReasons());
show();
void readReasons();
