import { launchChromium } from './chromium/browser.ts';
import { endIdleChromium } from './chromium/process.ts';
import { launchFirefox } from './firefox/browser.ts';
import { endIdleFirefox } from './firefox/process.ts';
import type { Browser, LaunchOptions } from './types.ts';

/**
 * Gives a browser with the extension in which nothing is left of another test.
 *
 * @example const browser = await launch('firefox', { extension: '.output/firefox-mv3', port: 8443 });
 */
export function launch(name: Browser['name'], options: LaunchOptions): Promise<Browser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

/** Ends what was kept running for a next launch. */
export async function endIdle(): Promise<void> {
  await Promise.all([endIdleChromium(), endIdleFirefox()]);
}
