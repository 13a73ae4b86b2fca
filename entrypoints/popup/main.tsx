import '@/components/theme/outside';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from './Popup';

const root = document.getElementById('popup');

async function show(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (root) render(<Popup tabId={tab?.id ?? null} />, root);
}

void show();
