import { browser } from 'wxt/browser';
import { onForgotten } from '@/lib/storage/remember';

/** Something kept that dies at a moment of its own. */
export interface Perishable {
  /** Deletes what is dead. In how many milliseconds the next one dies; `null`: nothing is left that could. */
  deleteDead(): Promise<number | null>;
}

/** The browsers do not wake more often, milliseconds. */
const shortest = 30_000;

/** What the browser could not delete is tried again so much later, milliseconds. */
const triedAgain = 15 * 60_000;

/** Deletes what dies at a moment of its own, whether the background lives at that moment or not. */
export interface Expiry {
  /** Deletes what is dead now, and sees to the next. After each change, and when the background starts: alarms get lost. */
  look(): Promise<void>;
  /** Something was kept just now that lives so long, milliseconds, and no less than whatever was kept before it. */
  noteKept(life: number): void;
}

/**
 * @param alarmName of the alarm that wakes a background that was stopped: what is dead must not lie about until somebody comes
 */
export function createExpiry(kept: readonly Perishable[], alarmName: string): Expiry {
  let isSet = false;

  function wakeIn(life: number): void {
    isSet = true;
    void browser.alarms.create(alarmName, { when: Date.now() + Math.max(shortest, life) });
  }

  async function look(): Promise<void> {
    const nexts = await Promise.all(kept.map((one) => one.deleteDead().catch(() => triedAgain)));
    const next = nexts.filter((life) => life !== null);
    if (next.length > 0) return wakeIn(Math.min(...next));
    // One that an earlier life of the background has set rings once more, and finds nothing.
    if (!isSet) return;
    isSet = false;
    await browser.alarms.clear(alarmName);
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void look();
  });
  // With everything that was kept went the alarm.
  onForgotten(() => {
    isSet = false;
  });
  return {
    look,
    noteKept(life) {
      if (!isSet) wakeIn(life);
    },
  };
}
