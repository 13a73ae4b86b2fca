/** Zones of Russian schools, west to east: «Часовой пояс школы». Each has a name in `_locales`: `zone_<number>`. */
export const schoolZones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const;

export type SchoolZone = (typeof schoolZones)[number];

/** Minutes by which a zone is ahead of UTC at an instant (unix milliseconds). Russia has no summer time. */
function offsetOf(timeZone: string, at: number): number {
  const part = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  const found = /([+-])(\d{2}):(\d{2})/.exec(part?.value ?? '');
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

/**
 * The zone to offer first: the one in which the computer's clock reads the same now.
 *
 * @param computerZone IANA zone of the computer
 * @param at unix milliseconds
 */
export function likelyZone(computerZone: string, at: number): SchoolZone {
  const own = schoolZones.find((zone) => zone === computerZone);
  const offset = offsetOf(computerZone, at);
  return own ?? schoolZones.find((zone) => offsetOf(zone, at) === offset) ?? 'Europe/Moscow';
}
