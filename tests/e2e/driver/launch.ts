import { launchChromium } from './chromium.ts';
import { endIdleFirefox, launchFirefox } from './firefox.ts';
import type { Browser, LaunchOptions } from './types.ts';

/**
 * Starts a browser with the extension in a fresh profile.
 *
 * @example const browser = await launch('firefox', { extension: '.output/firefox-mv3', port: 8443 });
 */
export function launch(name: Browser['name'], options: LaunchOptions): Promise<Browser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

/** Ends what was kept running for a next launch. */
export function endIdle(): Promise<void> {
  return endIdleFirefox();
}
