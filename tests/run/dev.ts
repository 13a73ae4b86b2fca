import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { endIdle, launch } from '../e2e/driver/launch.ts';
import { maria, signInToDiary } from '../e2e/people.ts';
import { printGuide } from '../stand/guide.ts';
import { rightNow } from '../stand/scenarios/right-now.ts';
import { startStand } from '../stand/stand.ts';
import { provideBrowsers } from './browsers.ts';
import { appId, runTool, top } from './builds.ts';

/**
 * `npm run dev`, `npm run dev:firefox`: the stand, a browser with the extension and a diary that somebody is signed in to. What is
 * changed is built and loaded again, the production build as it is. Without a display the browser has no window.
 */
const browserName = process.argv.includes('firefox') ? 'firefox' : 'chromium';
const target = browserName === 'firefox' ? 'firefox' : 'chrome';
const output = join(top, '.output/dev');
const headed = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
/** One change comes as several, in milliseconds. */
const quiet = 200;

const missing = provideBrowsers();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
const build = () =>
  runTool('wxt', ['build', '-b', target], {
    WXT_OUTPUT_DIRECTORY: output,
    WXT_VKID_APP_ID: process.env.WXT_VKID_APP_ID ?? appId,
  });
await build();

const stand = await startStand({ appId, scenario: rightNow });
const browser = await launch(browserName, {
  extension: join(output, `${target}-mv3`),
  port: stand.port,
  language: 'ru',
  headed,
});
const diary = await signInToDiary(browser, maria);
printGuide(stand);

let waiting: NodeJS.Timeout | undefined;
let building = Promise.resolve();
const changed = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    building = building.then(loadAgain);
  }, quiet);
};
const watchers: FSWatcher[] = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts'].map((name) =>
  watch(join(top, name), { recursive: true }, changed),
);

process.once('SIGINT', end);
await diary.waitForClose({ timeout: 24 * 60 * 60_000 }).catch(() => undefined);
await end();

async function loadAgain(): Promise<void> {
  try {
    await build();
    await browser.reloadExtension();
    await diary.reload();
    console.log(`${new Date().toLocaleTimeString('ru')} собрано и загружено заново`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

async function end(): Promise<void> {
  for (const watcher of watchers) watcher.close();
  await browser.close().catch(() => undefined);
  await endIdle();
  await stand.close();
  process.exit(0);
}
