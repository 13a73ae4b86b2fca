import { inTime } from '@/lib/inTime';

/**
 * So long a person who wants to join a call waits while it is found out who is signed in, milliseconds; then the call opens. The
 * section and the popup show what is known without VK after the same time. Counted from the click's arrival in the background.
 */
export const patience = 1000;

/**
 * What comes within the patience; `null` where nothing does. The work itself goes on.
 *
 * @param onLate hears what came later
 */
export function withinPatience<Value>(work: Promise<Value>, onLate?: (value: Value) => void): Promise<Value | null> {
  return inTime(work, patience, onLate);
}
