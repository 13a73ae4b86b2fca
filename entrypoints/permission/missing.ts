import { browser } from 'wxt/browser';

/** Match patterns of the manifest that the browser does not allow now: people can take each of them back. */
export async function missingOrigins(): Promise<string[]> {
  const { host_permissions: patterns = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  const allowed = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  return patterns.filter((_, index) => !allowed[index]);
}
