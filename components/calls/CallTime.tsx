import { civilDateOf, formatDate, formatRelativeDay, formatTime, offsetAt } from '@/lib/time';
import { words } from '@/lib/words';

interface CallTimeProps {
  /** Unix milliseconds; `null` when unknown. */
  instant: number | null;
  /** The day is said too. */
  withDay: boolean;
  now: number;
  timeZone: string;
  computerZone: string;
}

/** A time in the diary's zone, and beneath it the computer's own where that shows another. */
export function CallTime({ instant, withDay, now, timeZone, computerZone }: CallTimeProps) {
  if (instant === null) return <span class="pale">{words('notKnown')}</span>;
  const differs = offsetAt(instant, timeZone) !== offsetAt(instant, computerZone);
  const date = civilDateOf(instant, computerZone);
  // A date, not «вчера»: that would be another day on each of the two clocks.
  const otherDay = differs && civilDateOf(instant, timeZone) !== date;
  const here = `${otherDay ? `${formatDate(date, civilDateOf(now, timeZone))}, ` : ''}${formatTime(instant, computerZone)}`;
  return (
    <time class="call-time" dateTime={new Date(instant).toISOString()}>
      <b>{formatTime(instant, timeZone)}</b>
      {withDay && <span> {formatRelativeDay(instant, now, timeZone)}</span>}
      {differs && <span class="call-here">{words('callYourTime', here)}</span>}
    </time>
  );
}
