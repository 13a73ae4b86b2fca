import '@/components/theme/outside';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Permission } from '@/components/pages/Permission';
import { readDiaryAddress } from '@/lib/diary/adding/address';
import { ask } from '@/lib/messages/send';
import { createTurns } from '@/lib/turns';
import { missingOrigins } from './missing';

const root = document.getElementById('permission');
/**
 * «Всегда показывать „Подключиться“ на этом сайте»: the one site that is asked for; `null`: what the manifest names. The background has
 * offered it, and looks once more whether there may be buttons.
 */
const site = readSite(new URLSearchParams(location.search).get('site') ?? '');
let refused = false;
/** Allowed, but the disk was full. */
let isUnkept = false;
const turn = createTurns();

function readSite(address: string): string | null {
  const found = readDiaryAddress(address);
  return found.kind === 'new' ? found.origin : null;
}

function close(): void {
  window.close();
}

async function show(): Promise<void> {
  const isLast = turn();
  const missing = await missingHere();
  // Rights come and go while it is asked: what was true before is not shown over what is now.
  if (!root || !isLast()) return;
  render(
    <Permission
      origins={missing}
      isSite={site !== null}
      refused={refused}
      isUnkept={isUnkept}
      onAllow={() => allow(missing)}
      onClose={close}
    />,
    root,
  );
}

/** What is not allowed yet of what this page is about. */
async function missingHere(): Promise<string[]> {
  if (site === null) return missingOrigins();
  // Allowed in the browser is not wanted yet: the background is told in either case.
  const isAdded = await ask('sites.add', { site }).catch(() => null);
  isUnkept = isAdded === null;
  return isAdded ? [] : [`${site}/*`];
}

/** In the click itself: a browser asks the person at no other moment. */
function allow(origins: string[]): void {
  browser.permissions.request({ origins }).then(
    (granted) => {
      refused = !granted;
      void show();
    },
    () => {
      refused = true;
      void show();
    },
  );
}

browser.permissions.onAdded.addListener(() => void show());
browser.permissions.onRemoved.addListener(() => void show());
void show();
