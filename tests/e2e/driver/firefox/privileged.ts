/**
 * What a person does in Firefox's own windows and settings. These functions run with the browser's own rights, each on its
 * own: it uses nothing from this file.
 */

/** The part of Firefox's insides that is used here. */
interface Extension {
  manifest: { commands?: Record<string, { suggested_key?: { default?: string } }> };
  backgroundState: string;
  terminateBackground(options: object): Promise<void>;
  apiManager: unknown;
}
interface Policy {
  mozExtensionHostname: string;
  extension: Extension;
}
interface BrowserWindow {
  location: { href: string };
  document: Document;
  onAlertClick?(): void;
  CustomEvent: typeof CustomEvent;
}
interface Services {
  prefs: { setStringPref(name: string, value: string): void; setBoolPref(name: string, value: boolean): void };
  clearData: { deleteData(flags: number, callback: { onDataDeleted(): void }): void };
  locale: { availableLocales: string[]; requestedLocales: string[] };
  wm: {
    getEnumerator(type: string | null): Iterable<BrowserWindow>;
    getMostRecentWindow(type: string): BrowserWindow;
  };
  scriptSecurityManager: { getSystemPrincipal(): unknown };
  clipboard: { getData(transferable: unknown, which: number, context?: unknown): void };
  console: {
    reset(): void;
    getMessageArray(): { sourceName?: string; errorMessage?: string; flags?: number; message: string }[];
  };
}
declare const Services: Services;
declare const WebExtensionPolicy: { getByID(id: string): Policy | null };
declare const ChromeUtils: { importESModule(address: string): Record<string, never> };
declare const OpenBrowserWindow: (options: { private: boolean }) => unknown;
declare const gBrowser: {
  addTab(address: string, options: object): unknown;
  selectedTab: unknown;
};
declare const Cc: Record<string, { createInstance(kind: unknown): Transferable }>;
declare const Ci: Record<string, unknown> & { nsIClearDataService: { CLEAR_ALL: number } };
interface Transferable {
  init(context: null): void;
  addDataFlavor(flavor: string): void;
  getTransferData(flavor: string, data: { value?: { QueryInterface(kind: unknown): { data: string } } }): void;
}

/** The host of the extension's own pages, once its background has been started. */
export function hostOf(id: string): string | undefined {
  const policy = WebExtensionPolicy.getByID(id);
  if (!policy || policy.extension.backgroundState === 'starting') return undefined;
  return policy.mozExtensionHostname;
}

/** @returns whether it has ended: asked in the same turn, before an event can start it anew */
export async function endBackground(id: string): Promise<boolean> {
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  await extension?.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  return extension?.backgroundState !== 'running';
}

export function isBackgroundAlive(id: string): boolean {
  return WebExtensionPolicy.getByID(id)?.extension.backgroundState === 'running';
}

export async function reloadExtension(id: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as unknown as {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  await (await AddonManager.getAddonByID(id)).reload();
}

export async function switchOff(id: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as unknown as {
    AddonManager: { getAddonByID(id: string): Promise<{ disable(): Promise<void> }> };
  };
  await (await AddonManager.getAddonByID(id)).disable();
}

/** An extension that is loaded for a time only goes when Firefox ends: what it has kept stays, as that of any other does. */
export function keepForRestart(): void {
  for (const name of ['keepStorageOnUninstall', 'keepUuidOnUninstall'])
    Services.prefs.setBoolPref(`extensions.webextensions.${name}`, true);
}

export async function allowPrivateWindows(id: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as unknown as {
    ExtensionPermissions: { add(id: string, permissions: object, extension?: Extension): Promise<void> };
  };
  await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
}

/** Gives the right to an origin, or takes it back. */
export async function changeOrigin(change: { id: string; pattern: string; how: 'add' | 'remove' }): Promise<void> {
  type Change = (id: string, permissions: object, extension?: Extension) => Promise<void>;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as unknown as { ExtensionPermissions: Record<'add' | 'remove', Change> };
  const { id, pattern, how } = change;
  const { extension } = WebExtensionPolicy.getByID(id) ?? {};
  await ExtensionPermissions[how](id, { permissions: [], origins: [pattern] }, extension);
}

export function openPrivateWindow(): void {
  OpenBrowserWindow({ private: true });
}

/** The second of the containers that Firefox comes with: «Work». */
export function openContainerTab(): void {
  gBrowser.selectedTab = gBrowser.addTab('about:blank', {
    userContextId: 2,
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
}

/** The real key element of the shortcut; keys sent by WebDriver do not reach it. */
export function pressShortcut({ id, name }: { id: string; name: string }): void {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const widget = id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  const keys = [...window.document.querySelectorAll(`#ext-keyset-id-${widget} key`)];
  const { extension } = WebExtensionPolicy.getByID(id) ?? {};
  const letter = extension?.manifest.commands?.[name]?.suggested_key?.default?.split('+').at(-1);
  const key = keys.find((one) => one.getAttribute('key') === letter);
  if (key === undefined) throw new Error(`No shortcut ${name} among ${keys.map((one) => one.outerHTML).join()}`);
  key.dispatchEvent(new window.CustomEvent('command', { bubbles: true, cancelable: true }));
}

/** @returns whether a notification of this number, from 0, was there */
export function clickNotification(index: number): boolean {
  const windows = [...Services.wm.getEnumerator(null)].filter(({ location }) => location.href.endsWith('alert.xhtml'));
  windows[index]?.onAlertClick?.();
  return windows[index] !== undefined;
}

export function setPreferences(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) Services.prefs.setStringPref(name, value);
}

/** Cookies, storage, caches, permissions, history, containers that were made, and what was written to the console. */
export async function forgetEverything(): Promise<void> {
  const { ContextualIdentityService } = ChromeUtils.importESModule(
    'resource://gre/modules/ContextualIdentityService.sys.mjs',
  ) as unknown as { ContextualIdentityService: { resetDefault(): void } };
  ContextualIdentityService.resetDefault();
  await new Promise<void>((resolve) => {
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: resolve });
  });
  Services.console.reset();
}

/** Makes the extension see a Firefox of this language; its own menus stay English where the language is not installed. */
export function setLanguage(language: string): void {
  const locales = [...new Set([language, 'en-US'])];
  Services.locale.availableLocales = locales;
  Services.locale.requestedLocales = [language === 'en' ? 'en-US' : language];
}

export function clipboardText(): string {
  const transferable = Cc['@mozilla.org/widget/transferable;1']?.createInstance(Ci.nsITransferable);
  if (transferable === undefined) return '';
  transferable.init(null);
  transferable.addDataFlavor('text/plain');
  Services.clipboard.getData(transferable, 1);
  const data: Parameters<Transferable['getTransferData']>[1] = {};
  transferable.getTransferData('text/plain', data);
  return data.value?.QueryInterface(Ci.nsISupportsString).data ?? '';
}

/** Errors, not warnings, that scripts of this origin have caused. */
export function errorsOf(origin: string): string[] {
  return Services.console
    .getMessageArray()
    .filter(({ sourceName, flags }) => sourceName?.startsWith(origin) && ((flags ?? 0) & 1) === 0)
    .map(({ sourceName, errorMessage, message }) => `${sourceName}: ${errorMessage ?? message}`);
}
