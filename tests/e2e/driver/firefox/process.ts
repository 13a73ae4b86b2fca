import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser as PuppeteerBrowser } from 'puppeteer-core';
import { findFirefox } from '../../../run/browsers.ts';
import type { LaunchOptions } from '../types.ts';
import { Bidi } from './bidi.ts';
import * as privileged from './privileged.ts';
import { closePopup } from './privilegedPopup.ts';

/** A running Firefox, with no extension in it. */
export interface FirefoxProcess {
  browser: PuppeteerBrowser;
  bidi: Bidi;
  profile: string;
  port: number;
  /** The tab it started with, which stays: with its last tab a window would close, and a popup might be the one that is left. */
  first: string;
}

/** Starting takes longer than most tests: one that has forgotten everything is as good as new. */
let idle: FirefoxProcess | undefined;

/** Gives a running Firefox in which nothing is left of another test. */
export async function takeFirefox(options: LaunchOptions): Promise<FirefoxProcess> {
  const running = (isLikeOthers(options) && (await takeIdle(options.port))) || (await startProcess(options));
  await running.bidi.privileged(privileged.setPreferences, preferencesOf(options, running.profile));
  await running.bidi.privileged(privileged.setLanguage, options.language ?? 'ru');
  return running;
}

/** The zone is the process's own, isolation holds from the start, and one that is looked at is closed by who looks. */
export function isLikeOthers({ zone, headed, isolatesSites }: LaunchOptions): boolean {
  return zone === undefined && !headed && !isolatesSites;
}

/** Takes a Firefox back; `mayStay`: unless something is left that cannot be forgotten. */
export async function giveFirefoxBack(running: FirefoxProcess, extensionId: string, mayStay: boolean): Promise<void> {
  const isClean = mayStay && idle === undefined && (await forgetEverything(running, extensionId));
  if (isClean) idle = running;
  else await endProcess(running);
}

/** Ends the Firefox that was kept for the next test. */
export async function endIdleFirefox(): Promise<void> {
  const running = idle;
  idle = undefined;
  if (running) await endProcess(running);
}

async function takeIdle(port: number): Promise<FirefoxProcess | undefined> {
  if (idle?.port !== port) {
    await endIdleFirefox();
    return undefined;
  }
  const running = idle;
  idle = undefined;
  return running;
}

async function startProcess(options: LaunchOptions): Promise<FirefoxProcess> {
  return startIn(await mkdtemp(join(tmpdir(), 'sferum-firefox-')), options);
}

/** Ends a Firefox and starts another one in its profile. */
export async function restartFirefox(running: FirefoxProcess, options: LaunchOptions): Promise<FirefoxProcess> {
  await running.bidi.privileged(privileged.keepForRestart);
  await running.browser.close();
  const next = await startIn(running.profile, options);
  await next.bidi.privileged(privileged.setPreferences, preferencesOf(options, next.profile));
  await next.bidi.privileged(privileged.setLanguage, options.language ?? 'ru');
  return next;
}

async function startIn(profile: string, options: LaunchOptions): Promise<FirefoxProcess> {
  const userDataDir = join(profile, 'firefox');
  await mkdir(userDataDir, { recursive: true });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    userDataDir,
    executablePath: findFirefox(),
    headless: !options.headed,
    acceptInsecureCerts: true,
    networkEnabled: false,
    defaultViewport: null,
    // Privileged scripts: what a person does in the browser's own windows.
    args: ['-remote-allow-system-access', '--width=1280', '--height=1000'],
    env: {
      ...process.env,
      MOZ_DISABLE_AUTO_SAFE_MODE: '1',
      // Lets the address of Firefox's own settings be changed, below.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      ...(options.zone === undefined ? {} : { TZ: options.zone }),
    },
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${options.port}`,
      'network.trr.mode': 5,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'network.http.http3.enable': false,
      // The question whether to allow something is drawn by the browser: the person says yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // Notifications are windows that can be clicked.
      'alerts.useSystemBackend': false,
      // The manifest as plain text is a page of the extension that runs nothing.
      'devtools.jsonview.enabled': false,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      'ui.prefersReducedMotion': 0,
      'privacy.firstparty.isolate': options.isolatesSites ?? false,
    },
  });
  const bidi = new Bidi(browser);
  const [first] = await bidi.tree();
  if (first === undefined) throw new Error('Firefox has no tab');
  return { browser, bidi, profile, port: options.port, first: first.context };
}

async function endProcess({ browser, profile }: FirefoxProcess): Promise<void> {
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** @returns whether nothing of this test is left in the process */
async function forgetEverything({ bidi, first, profile }: FirefoxProcess, extensionId: string): Promise<boolean> {
  try {
    // One that lost its extension while it is open never opens again.
    await bidi.privileged(closePopup);
    await bidi.send('webExtension.uninstall', { extension: extensionId });
    const tabs = (await bidi.tree()).map(({ context }) => context);
    if (!tabs.includes(first)) return false;
    for (const context of tabs) if (context !== first) await bidi.send('browsingContext.close', { context });
    await bidi.privileged(privileged.forgetEverything);
    await rm(downloadsIn(profile), { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** What differs from test to test. */
function preferencesOf({ language = 'ru' }: LaunchOptions, profile: string): Record<string, string> {
  return {
    'intl.accept_languages': language === 'ru' ? 'ru, en' : 'en',
    'browser.download.dir': downloadsIn(profile),
  };
}

/** Where downloads are put. */
export function downloadsIn(profile: string): string {
  return join(profile, 'downloaded');
}
