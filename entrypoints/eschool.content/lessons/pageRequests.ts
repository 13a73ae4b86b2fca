import type { PlaceMarkup } from '@/lib/diary/page/markup';

/**
 * The end of the addresses that we ask ourselves. No server ever sees it; Firefox shows our requests among the page's, and they
 * must not count as the page's own.
 */
export const ownRequest = '#sferum';

/** What the page asked its server, on the clock of `performance.now()`. */
export interface PageRequests {
  /** The page itself chose another child («Мои дети»). */
  onChildChosen: (at: number) => void;
  /** The page has read the days that it is about to show. */
  onDaysRead: (askedAt: number, readAt: number) => void;
}

/** Listens to the browser's list of what the page has loaded: nothing of the page is touched, nothing is polled. */
export function watchPageRequests(
  { endpoints }: PlaceMarkup,
  { onChildChosen, onDaysRead }: PageRequests,
  signal: AbortSignal,
): void {
  const { chooseChild, diaryWeek, scheduleWeek, scheduleMonth } = endpoints;
  const daysEndpoints = [diaryWeek, scheduleWeek, scheduleMonth].map(pathOf);
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name.endsWith(ownRequest)) continue;
      const path = pathOf(name);
      if (path.endsWith(pathOf(chooseChild))) onChildChosen(startTime + duration);
      else if (daysEndpoints.some((endpoint) => path.endsWith(endpoint))) onDaysRead(startTime, startTime + duration);
    }
  });
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** An address without its query, for comparing: servers take either case. */
export function pathOf(address: string): string {
  return (address.split(/[?#]/)[0] ?? '').toLowerCase();
}
