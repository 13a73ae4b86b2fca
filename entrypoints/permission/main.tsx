import '@/components/theme/outside';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Permission } from '@/components/pages/Permission';
import { missingOrigins } from './missing';

const root = document.getElementById('permission');
let refused = false;

function close(): void {
  window.close();
}

async function show(): Promise<void> {
  const missing = await missingOrigins();
  if (!root) return;
  render(<Permission origins={missing} refused={refused} onAllow={() => allow(missing)} onClose={close} />, root);
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
