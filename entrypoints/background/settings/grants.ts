import { type Browser, browser } from 'wxt/browser';

type Manifest = Partial<Record<'permissions' | 'host_permissions', string[]>>;

/**
 * Gives back what the person allowed later, sites and notifications; what was asked at the installation stays, as after one.
 * Notifications that are shown go first.
 *
 * @returns what the browser did not take back
 */
export async function giveBackEverything(): Promise<string[]> {
  await clearNotifications();
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const { permissions: required = [], host_permissions: hosts = [] } = browser.runtime.getManifest() as Manifest;
  const matches = (browser.runtime.getManifest().content_scripts ?? []).flatMap((script) => script.matches ?? []);
  const later = {
    permissions: permissions.filter((name) => !required.includes(name)),
    origins: origins.filter((pattern) => ![...hosts, ...matches].includes(pattern)),
  };
  const remaining = await Promise.all([
    ...later.permissions.map((name) => isLeft({ permissions: [name] }, name)),
    ...later.origins.map((pattern) => isLeft({ origins: [pattern] }, pattern)),
  ]);
  return remaining.filter((name) => name !== null);
}

/** The name of what could not be given back; `null`: it is gone. */
async function isLeft(grant: Browser.permissions.Permissions, name: string): Promise<string | null> {
  const isGone = await browser.permissions.remove(grant).catch(() => false);
  return isGone ? null : name;
}

/** They are there only where the person allowed them. */
async function clearNotifications(): Promise<void> {
  const { notifications } = browser as unknown as Partial<Pick<typeof browser, 'notifications'>>;
  const shown = (await notifications?.getAll().catch(() => ({}))) ?? {};
  await Promise.all(Object.keys(shown).map((id) => notifications?.clear(id)));
}
