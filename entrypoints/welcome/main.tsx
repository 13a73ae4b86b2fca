import '@/components/theme/outside';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { FormOutcome } from '@/components/welcome/AddressForm';
import { Welcome } from '@/components/welcome/Welcome';
import { missingOrigins } from '@/entrypoints/permission/missing';
import { readDiaryAddress } from '@/lib/diary/adding/address';
import { likelyZone } from '@/lib/diary/adding/zones';
import type { DiariesView } from '@/lib/messages/diaries';
import { listenToNews } from '@/lib/messages/news';
import { ask } from '@/lib/messages/send';
import { computerTimeZone } from '@/lib/time';
import { createTurns } from '@/lib/turns';

const root = document.getElementById('welcome');
const turn = createTurns();
const zone = likelyZone(computerTimeZone(), Date.now());

let diaries: DiariesView = { added: [], waiting: null, shared: [] };
let missing: string[] = [];
let outcome: FormOutcome | null = null;
let isBusy = false;

function show(): void {
  if (!root) return;
  render(
    <Welcome
      diaries={diaries}
      missing={missing}
      outcome={outcome}
      isBusy={isBusy}
      zone={zone}
      onAllow={() => void browser.permissions.request({ origins: missing }).then(read, read)}
      onAdd={add}
    />,
    root,
  );
}

async function read(): Promise<DiariesView> {
  const isLast = turn();
  const [now, refused] = await Promise.all([ask('diaries.read', {}).catch(() => diaries), missingOrigins()]);
  if (isLast()) {
    diaries = now;
    missing = refused;
    show();
  }
  return now;
}

/** In the click itself: a browser asks the person at no other moment. */
function add(address: string, timeZone: string): void {
  const found = readDiaryAddress(address);
  if (found.kind !== 'new') {
    outcome = found;
    show();
    return;
  }
  const { origin } = found;
  browser.permissions.request({ origins: [`${origin}/*`] }).then(
    async (granted) => {
      if (!granted) return end({ kind: 'denied' });
      isBusy = true;
      show();
      const kind = await ask('diaries.add', { origin, timeZone }).catch(() => 'unreachable' as const);
      await end({ kind, origin });
    },
    () => end({ kind: 'denied' }),
  );
}

async function end(ended: FormOutcome): Promise<void> {
  isBusy = false;
  outcome = ended;
  await read();
}

/** Somebody may have signed in to the diary that waits: looked at when this page is looked at. */
async function lookAgain(): Promise<void> {
  if (document.visibilityState !== 'visible' || !diaries.waiting || isBusy) return;
  const { origin } = diaries.waiting;
  const kind = await ask('diaries.lookAgain', {}).catch(() => null);
  if (kind !== null) await end({ kind, origin });
  else await hear();
}

/** The background has seen the sign-in by itself. */
async function hear(): Promise<void> {
  const origin = diaries.waiting?.origin;
  const { added } = await read();
  if (origin && added.some((diary) => diary.origin === origin)) await end({ kind: 'added', origin });
}

document.addEventListener('visibilitychange', () => void lookAgain());
window.addEventListener('focus', () => void lookAgain());
listenToNews((news) => {
  if (news === 'diaries') void hear();
});
browser.permissions.onAdded.addListener(() => void read());
browser.permissions.onRemoved.addListener(() => void read());
show();
void read();
