import { browser } from 'wxt/browser';
import { links } from '@/lib/linking/links';

const linked = { 16: '/icon/16.png', 32: '/icon/32.png' };
const muted = { 16: '/icon/muted-16.png', 32: '/icon/muted-32.png' };

/**
 * Shows the extension's sign in the toolbar, in greys where nothing is linked. The browser forgets it when it ends. Never
 * rejects: where it cannot be drawn the last one stays.
 */
export async function showSign(): Promise<void> {
  const nothing = Object.keys(await links.get()).length === 0;
  try {
    await browser.action.setIcon({ path: nothing ? muted : linked });
  } catch {
    // The last one stays.
  }
}
