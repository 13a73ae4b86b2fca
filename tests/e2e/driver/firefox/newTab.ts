import { waitUntil } from '../wait.ts';
import type { Bidi } from './bidi.ts';
import { FirefoxPage } from './surface.ts';

/**
 * Goes to an address in the tab that an act of the browser opens.
 *
 * @param first what the browser itself shows there: leaving before it has come is never answered
 */
export async function openNew(
  bidi: Bidi,
  address: string,
  first: string,
  act: () => Promise<unknown>,
): Promise<FirefoxPage> {
  const before = new Set((await bidi.tree()).map((tab) => tab.context));
  await act();
  const tab = await waitUntil(
    async () => (await bidi.tree()).find((one) => !before.has(one.context) && one.url === first),
    { what: `the new tab with ${first}` },
  );
  const page = new FirefoxPage(bidi, tab.context);
  // The new tab's own first page may still be on its way and break the first attempt.
  await waitUntil(() => page.goto(address).then(() => true), { what: `${address} to load` });
  return page;
}
