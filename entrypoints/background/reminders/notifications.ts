import { browser } from 'wxt/browser';

type Api = typeof browser.notifications;

/** There only while the person allows notifications. */
function api(): Api | undefined {
  return (browser as { notifications?: Api }).notifications;
}

const icon = '/icon/128.png';

/** Notifications of the browser, by our opaque ids. */
export interface Notifications {
  /** Shows one, in the place of one with the same id; `false` where the browser shows none. */
  show(id: string, words: { title: string; message: string }): Promise<boolean>;
  clear(id: string): Promise<void>;
  /** Takes away all but these. */
  keepOnly(ids: readonly string[]): Promise<void>;
}

/**
 * Makes it. Clicks are heard from the very start of the background, which a click may have woken; where notifications are allowed
 * later, from then on.
 *
 * @param onDeafEnd the background is about to end, and Firefox wakes none for a click: it does so only for what a background has listened
 * to while it started, not for what was allowed later
 */
export function createNotifications(onClick: (id: string) => void, onDeafEnd: () => void): Notifications {
  let heard: Api | undefined;
  let isStarting = true;

  function hear(): void {
    const now = api();
    if (!now || now === heard) return;
    heard = now;
    now.onClicked.addListener(onClick);
    if (import.meta.env.FIREFOX && !isStarting) browser.runtime.onSuspend.addListener(onDeafEnd);
  }

  hear();
  isStarting = false;
  browser.permissions.onAdded.addListener(hear);

  return {
    async show(id, { title, message }) {
      hear();
      const shown = await api()
        ?.create(id, { type: 'basic', iconUrl: browser.runtime.getURL(icon), title, message })
        .catch(() => undefined);
      return shown !== undefined;
    },
    async clear(id) {
      await api()?.clear(id);
    },
    async keepOnly(ids) {
      const shown = Object.keys((await api()?.getAll()) ?? {});
      await Promise.all(shown.filter((id) => !ids.includes(id)).map((id) => api()?.clear(id)));
    },
  };
}
