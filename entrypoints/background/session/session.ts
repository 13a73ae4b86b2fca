import { browser } from 'wxt/browser';
import { refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import { announce } from '@/entrypoints/background/services/announce';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { createSessionCookies } from '@/lib/conflict/sessionCookies';
import { links } from '@/lib/linking/links';

/** Session cookies come in bunches: one question after the last of them. Milliseconds. */
const settling = 300;

/** Firefox tells of private windows and containers too, whose sessions are none of the background's business. */
function isForeignJar(storeId: string): boolean {
  return import.meta.env.FIREFOX && storeId !== 'firefox-default';
}

/**
 * Follows VK's session: with its first sign of a change everything of whoever was here before is forgotten and leaves the screen, and
 * then it is asked who is here, three times in 10 s at most.
 *
 * @param onMoved whoever waits for a change may look again
 */
export function followSession(services: Services, onMoved: () => Promise<void>): void {
  const { presence } = services;
  const isChange = createSessionCookies();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function follow(): Promise<void> {
    // Nobody here uses Сферум with the extension: VK is asked nothing.
    if (Object.keys(await links.get()).length > 0) {
      // Whoever looked meanwhile has asked already: what was known before the change is believed by nobody.
      await presence.read();
      announce('session');
      // Also where the same person is here again: what the diaries showed of them was forgotten.
      void refreshDiaries();
    }
    await onMoved();
  }

  async function note(): Promise<void> {
    if (await isLinksOnly()) return;
    if (!(await presence.noteCookie())) return;
    // Also where VK does not answer now: who was here before is not shown to whoever is here next.
    await services.forgetEverybody();
    announce('session');
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), Math.max(settling, presence.pauseInDoubt()));
  }

  browser.cookies.onChanged.addListener(({ cookie, removed, cause }) => {
    const { name, domain, value, storeId } = cookie;
    if (isForeignJar(storeId)) return;
    if (isChange({ name, domain, value, removed, overwritten: cause === 'overwrite' })) void note();
  });
}
