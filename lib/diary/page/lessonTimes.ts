import type { WallMinutes } from '@/lib/diary/types';
import { parseWallTime } from '@/lib/time';

export interface ShownTime {
  begin: WallMinutes;
  /** `null` where only the start is shown. */
  end: WallMinutes | null;
  /** It stands behind «Время начала», beside which another time may be shown. */
  labelled: boolean;
}

const time = String.raw`(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?![\d:])`;
/** «08:30 - 09:10», «1. 8:30–9:10», «с 08:30:00 до 09:10:00», with anything behind it. */
const range = new RegExp(String.raw`^(?:\d{1,2}[.)]? |\d{1,2} урок[,:]? |с )?${time} ?(?:[-–—−‒]|до) ?${time}`, 'i');
/** The vendor's plugin shows «Время начала: 10:20». */
const start = /(?:время начала|начало)(?: в|:)? ?(\d{1,2}:\d{2})(?::\d{2})?(?!\d)/i;
/** The same anywhere: a cell of times may name the shift before it. */
const rangeWithin = new RegExp(String.raw`(?<![\d:.])${time} ?(?:[-–—−‒]|до) ?${time}`, 'i');
/** A start alone needs the colon, or any date would be one. */
const lone = /^(\d{1,2}:\d{2})(?::\d{2})?$/;

function minutes(text: string | undefined): WallMinutes | null {
  return text === undefined ? null : parseWallTime(text.replaceAll('.', ':'));
}

function tidy(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ').trim();
}

/** Reads the one range of times that a cell of times shows, whatever stands around it: «1 смена 08:30 - 09:10». */
export function readTimeWithin(text: string): ShownTime | null {
  const found = rangeWithin.exec(tidy(text.slice(0, 500)));
  const begin = minutes(found?.[1]);
  const end = minutes(found?.[2]);
  return begin === null || end === null ? null : { begin, end, labelled: false };
}

/**
 * Reads a lesson's time out of a text that begins with it, e.g. of a cell or of one text in a row.
 *
 * @param whole the text has to be the time and nothing else
 */
export function readTime(text: string, whole: boolean): ShownTime | null {
  // Most texts of a row are no time: told cheaply.
  if (!/\d[:.]\d\d/.test(text)) return null;
  const words = tidy(text);
  const found = range.exec(words);
  if (found && (!whole || found[0].length === words.length)) {
    const begin = minutes(found[1]);
    const end = minutes(found[2]);
    if (begin !== null && end !== null) return { begin, end, labelled: false };
  }
  const alone = lone.exec(words);
  const labelled = alone ? null : start.exec(words);
  if (labelled && whole && labelled[0].length !== words.length) return null;
  const begin = minutes((alone ?? labelled)?.[1]);
  return begin === null ? null : { begin, end: null, labelled: labelled !== null };
}
