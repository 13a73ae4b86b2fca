import '@/components/theme/outside';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { takeAhead } from './ahead';
import { Popup } from './Popup';

const root = document.getElementById('popup');

async function show(): Promise<void> {
  const tabId = await (takeAhead('tabId') ?? tabInFront());
  if (root) render(<Popup tabId={tabId} />, root);
}

async function tabInFront(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

void show();
