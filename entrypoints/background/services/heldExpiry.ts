import { browser } from 'wxt/browser';
import { keptFor } from '@/lib/messenger/keepers/heldStorage';

/** Of chats and calls. */
const alarmOfHeld = 'deleteHeld';

/** Sees to it that what is held of chats and calls, or of lessons, is deleted when it is a day old, whether anybody asks for it or not. */
export interface HeldExpiry {
  /** Something was read just now, at this moment of the computer's clock, unix milliseconds. */
  noteKept(at: number): void;
}

/**
 * Makes it, and looks at once: the computer may have slept, and both browsers lose alarms. An alarm, because the background
 * does not live so long; it is set only while something is held.
 *
 * @param sweep deletes what is too old and says when the next will be, `null` where nothing is held
 * @param alarmName another for each kind of thing that is held
 */
export function createHeldExpiry(sweep: () => Promise<number | null>, alarmName = alarmOfHeld): HeldExpiry {
  let isSet = false;

  function set(when: number | null): void {
    isSet = when !== null;
    if (when !== null) void browser.alarms.create(alarmName, { when });
  }

  async function run(): Promise<void> {
    set(await sweep());
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void run();
  });
  void run();

  return {
    noteKept(at) {
      // What is read later is not too old before what was read first.
      if (!isSet) set(at + keptFor);
    },
  };
}
