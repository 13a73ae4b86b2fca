/** Wall-clock time of an IANA zone, there and back. */

export interface WallTime {
  /** "YYYY-MM-DD" */
  readonly date: string;
  /** "HH:MM" */
  readonly time: string;
}

/** What a clock on the wall of this zone shows at the moment (milliseconds since the epoch). */
export function wallTime(zone: string, moment: number): WallTime {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The moment at which a clock of this zone shows the date and "HH:MM". */
export function momentOf(zone: string, date: string, time: string): number {
  const wanted = Date.parse(`${date}T${time.padStart(5, '0')}:00Z`);
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    const shown = wallTime(zone, guess);
    guess += wanted - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return guess;
}

/** "HH:MM" so many minutes later, kept within the same day. */
export function addMinutes(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = Math.min(Math.max(hours * 60 + rest + minutes, 0), 23 * 60 + 59);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
