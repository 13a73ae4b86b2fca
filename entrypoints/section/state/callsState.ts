import { computed, signal } from '@preact/signals';
import type { SchoolZone } from '@/lib/diary/adding/zones';
import type { CallsView } from '@/lib/messages/calls';
import { ask } from '@/lib/messages/send';
import { createTurns } from '@/lib/turns';
import { failureOf } from './askingBackground';
import { isOutage } from './outage';

/** Videoconferences; `null` until they are read. */
export const calls = signal<CallsView | null>(null);

/** Corrected clock minus the computer's, milliseconds; stays known while the calls are blank. */
const knownOffset = signal(0);
export const clockOffset = computed(() => knownOffset.value);

/** They are being read again because the person wants it. */
export const refreshing = signal(false);

const turn = createTurns();

/** Reads the calls; `refresh` asks VK, however young what is held is. */
export async function readCalls(refresh = false): Promise<void> {
  const isLast = turn();
  refreshing.value = refresh;
  try {
    const view = await ask('calls.read', { refresh });
    if (!isLast()) return;
    knownOffset.value = view.clockOffset;
    const before = calls.value;
    const stays = view.withheld && isOutage(view.problem) && before !== null && !before.withheld;
    calls.value = stays ? { ...before, problem: view.problem } : view;
  } catch (cause) {
    failureOf(cause);
  } finally {
    if (isLast()) refreshing.value = false;
  }
}

/**
 * «Часовой пояс школы».
 *
 * @throws MessageError when it could not be kept
 */
export async function sendZone(timeZone: SchoolZone): Promise<void> {
  try {
    await ask('diary.tellZone', { timeZone });
  } catch (cause) {
    failureOf(cause);
    throw cause;
  }
  await readCalls();
}

/** Takes the calls from the screen. */
export function blankCalls(): void {
  turn();
  refreshing.value = false;
  calls.value = null;
}
