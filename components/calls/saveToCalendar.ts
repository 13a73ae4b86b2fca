import { saveFile } from '@/components/pages/saveFile';
import { calendarFileName, calendarText } from '@/lib/calls/calendarFile/calendarText';
import type { CallRow } from '@/lib/messages/calls';
import { words } from '@/lib/words';

/**
 * Gives the person a file with the call for their calendar.
 *
 * @param now unix milliseconds on the corrected clock
 * @param timeZone the diary's zone
 */
export function saveToCalendar(row: CallRow, now: number, timeZone: string): void {
  const { start, end, eventId, recurrence, until, address, caller, chat } = row;
  if (start === null || end === null) return;
  const name = row.name || words('callUntitled');
  const details = [caller && words('callCaller', caller), chat?.title && words('callChat', chat.title)];
  const entry = {
    id: eventId,
    name,
    start,
    end,
    recurrence,
    until,
    address,
    details: details.filter(Boolean).join('\n'),
  };
  saveFile(calendarFileName(entry, timeZone), 'text/calendar', calendarText(entry, now, timeZone));
}
