import type { PopupView } from '@/lib/messages/popup';
import type { TodayView } from '@/lib/messages/today';

/** What `popup-ahead.ts` has asked while this page was loaded. */
export interface Ahead {
  /** The tab in front. */
  tabId: Promise<number | null>;
  today: Promise<TodayView>;
  popup: Promise<PopupView>;
}

/** Takes one of the answers, once; nothing where it was not asked ahead. */
export function takeAhead<Name extends keyof Ahead>(name: Name): Ahead[Name] | undefined {
  const { ahead } = window as { ahead?: Partial<Ahead> };
  const taken = ahead?.[name];
  delete ahead?.[name];
  return taken;
}
