import type { Occasion } from './types';

const minute = 60_000;
const hour = 60 * minute;

/** What stands on the toolbar's button, and until when. */
export interface BadgeText {
  /** Minutes to the next call within the hour; a dot while one is on; else empty. */
  text: string;
  /** Unix milliseconds; `null`: nothing is known that will change it. */
  until: number | null;
}

/** @param now unix milliseconds on the corrected clock */
export function badgeAt(occasions: readonly Pick<Occasion, 'start' | 'end'>[], now: number): BadgeText {
  const ends = occasions.filter(({ start, end }) => start <= now && now < end).map(({ end }) => end);
  if (ends.length > 0) return { text: '•', until: Math.max(...ends) };
  const starts = occasions.map(({ start }) => start).filter((start) => start > now);
  if (starts.length === 0) return { text: '', until: null };
  const next = Math.min(...starts);
  const minutes = Math.ceil((next - now) / minute);
  if (next - now > hour) return { text: '', until: next - hour };
  return { text: String(minutes), until: next - (minutes - 1) * minute };
}
