import { browser } from 'wxt/browser';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { vkIdOrigin } from '@/lib/sites/vkid';

/** A tab as the browser tells of it while VK ID's window is coming. */
interface SeenTab {
  windowId?: number | undefined;
  url?: string | undefined;
  pendingUrl?: string | undefined;
}

/**
 * Tells which window is VK ID's for one sign-in: the browser opens it and does not say. It is the one that shows this very
 * sign-in's `state`; where VK ID has led on to another address before that could be seen, the only popup that is new and shows
 * VK ID. Of two such, neither is ours for certain.
 */
export function createWindowFinder(state: string, popupsBefore: ReadonlySet<number>) {
  const candidates = new Set<number>();
  return {
    /** @param shown the page has been loaded @returns the window, once it is certain */
    see({ windowId, url, pendingUrl }: SeenTab, shown: boolean): number | null {
      if (windowId === undefined) return null;
      const addresses = [url, pendingUrl].filter((address) => address?.startsWith(`${vkIdOrigin}/`));
      if (addresses.some((address) => stateOf(address) === state)) return windowId;
      if (addresses.length === 0 || popupsBefore.has(windowId)) return null;
      candidates.add(windowId);
      return shown && candidates.size === 1 ? windowId : null;
    },
  };
}

function stateOf(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).searchParams.get('state') : null;
}

async function popups(): Promise<Set<number>> {
  const windows = await browser.windows.getAll({ windowTypes: ['popup'] });
  return new Set(windows.flatMap(({ id }) => id ?? []));
}

/**
 * Opens VK ID's window and waits until it has led back.
 *
 * @param onWindow called once with the window's id, as soon as it is known
 * @returns the address that VK ID led back to, or `cancelled`, `offline`, `windowOpen`
 */
export async function openVkidWindow(
  address: string,
  state: string,
  onWindow: (windowId: number) => void,
): Promise<Result<string>> {
  const finder = createWindowFinder(state, await popups());
  let found = false;

  async function look(tab: SeenTab, shown: boolean): Promise<void> {
    const windowId = found ? null : finder.see(tab, shown);
    if (windowId === null) return;
    const { type } = await browser.windows.get(windowId).catch(() => ({ type: undefined }));
    if (found || type !== 'popup') return;
    found = true;
    onWindow(windowId);
  }
  const onCreated = (tab: SeenTab) => void look(tab, false);
  const onUpdated = (_: number, change: { status?: string }, tab: SeenTab) =>
    void look(tab, change.status === 'complete');

  browser.tabs.onCreated.addListener(onCreated);
  browser.tabs.onUpdated.addListener(onUpdated);
  try {
    const redirected = await browser.identity.launchWebAuthFlow({ url: address, interactive: true });
    return redirected ? succeed(redirected) : fail(problem('vkid', 'cancelled', 'no redirect'));
  } catch (cause) {
    return fail(problemOfWindow(cause));
  } finally {
    browser.tabs.onCreated.removeListener(onCreated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  }
}

/** The browsers say in words alone how the window ended; whatever is not known counts as closed by the person. */
function problemOfWindow(cause: unknown): Problem {
  const text = cause instanceof Error ? cause.message : '';
  if (/could not be loaded/i.test(text)) return problem('vkid', 'offline', 'popup');
  if (/only one web auth flow/i.test(text)) return problem('vkid', 'windowOpen', 'popup');
  return problem('vkid', 'cancelled', 'popup');
}
