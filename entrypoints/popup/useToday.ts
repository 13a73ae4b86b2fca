import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { useLatest } from '@/components/pages/useLatest';
import type { SchoolZone } from '@/lib/diary/adding/zones';
import { listenToNews } from '@/lib/messages/news';
import type { OpenOutcome } from '@/lib/messages/opening';
import { ask } from '@/lib/messages/send';
import type { TodayDiary, TodayLink, TodayRow, TodayView } from '@/lib/messages/today';
import { takeAhead } from './ahead';

/** Minutes are counted down while the popup stands open; nobody is asked for it. Milliseconds. */
const tick = 10_000;

/** Something that was to be joined and did not simply open. */
export interface Refused {
  outcome: OpenOutcome | { kind: 'failed' };
  diary: TodayDiary;
  row: TodayRow;
  link: TodayLink;
}

/** «Сегодня» as the background knows it, and joining. */
export function useToday(tabId: number | null) {
  const { view, take } = useLatest<TodayView | 'failed' | null>(null);
  const [computerNow, setComputerNow] = useState(Date.now);
  const [refused, setRefused] = useState<Refused | null>(null);

  const read = useCallback(
    () => void take(takeAhead('today') ?? ask('today.read', { tabId }), 'failed'),
    [tabId, take],
  );
  // What has been answered meanwhile is drawn at once.
  useLayoutEffect(() => {
    read();
    const timer = setInterval(() => setComputerNow(Date.now()), tick);
    const stop = listenToNews((news) => {
      if (news === 'session' || news === 'calls' || news === 'linking' || news === 'diaries') read();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [read]);

  async function join(diary: TodayDiary, row: TodayRow, link: TodayLink, anyway = false): Promise<void> {
    const { id, address } = link;
    const outcome = await ask('today.join', { tabId, origin: diary.origin, id, address, anyway }).catch(
      () => ({ kind: 'failed' }) as const,
    );
    if (outcome.kind === 'opened') window.close();
    else if (outcome.kind === 'moved') read();
    else setRefused({ outcome, diary, row, link });
  }

  const tellZone = (origin: string, timeZone: SchoolZone) => ask('today.tellZone', { origin, timeZone }).then(read);

  const offset = typeof view === 'object' && view !== null ? view.clockOffset : 0;
  const hideRefused = () => setRefused(null);
  return { view, now: computerNow + offset, refused, hideRefused, read, join, tellZone };
}
