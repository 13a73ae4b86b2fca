import type { Goal } from '@/lib/conflict/ways';
import { listenToNews } from './news';
import { ask } from './send';
import type { WayAct, WaysView } from './ways';

/** What the ways need of the rest of the extension. */
export interface WaysClient {
  read(): Promise<WaysView>;
  act(act: WayAct): Promise<WaysView>;
  /** Calls back when there is something to read again; gives back how to end that. */
  onChange(hear: () => void): () => void;
}

/**
 * The ways out to a goal, over messages.
 *
 * @param tabId the diary's tab, for a page that stands in none itself
 */
export function createWaysClient(goal: Goal, tabId: number | null = null): WaysClient {
  return {
    read: () => ask('ways.read', { goal, tabId }),
    act: (act) => ask('ways.act', { goal, tabId, act }),
    onChange: (hear) =>
      listenToNews((news) => {
        if (news === 'ways' || news === 'session') hear();
      }),
  };
}
