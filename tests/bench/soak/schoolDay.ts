import { lesson } from '../../stand/scenarios/lessons.ts';
import { diarySession, messengerSession } from '../../stand/shortcuts.ts';
import type { Stand } from '../../stand/stand.ts';
import { addMinutes } from '../../stand/time/zone.ts';
import { account, type Bench, host, profileId } from '../browser.ts';

/** A lesson lasts so many minutes of the browser's clock, and a break. */
const lessonMinutes = 2;
export const rhythm = 3;

/** So many lessons from a wall time on, each with its call. */
export function planDay(stand: Stand, count: number, from: string): void {
  const timetable = stand.world.timetable.find((one) => one.host === host && one.classyear === '8 Б');
  if (!timetable) throw new Error('no such class');
  const lessons = Array.from({ length: count }, (_, at) => {
    const begin = addMinutes(from, at * rhythm);
    return lesson(at + 1, `Предмет ${at + 1}`, {
      time_begin: begin,
      time_end: addMinutes(begin, lessonMinutes),
      materials: [{ name: 'Урок', url: `https://vk.com/call/join/${`soak-${at}`.padEnd(24, '0')}` }],
    });
  });
  timetable.dates = {};
  for (let weekday = 1; weekday <= 7; weekday += 1) timetable.weekly[weekday] = { lessons };
}

/** The calls that are on in a minute of the day: one begins and ends with each lesson. */
export function setCalls(stand: Stand, minute: number, count: number): void {
  const at = Math.floor(minute / rhythm);
  const isOn = at >= 0 && at < count && minute % rhythm < lessonMinutes;
  const address = `https://vk.com/call/join/${`soak-live-${at}`.padEnd(24, '0')}`;
  const { live } = stand.world.calls;
  if (live.some(({ joinLink }) => joinLink === address) === isOn) return;
  live.splice(0);
  if (!isOn) return;
  live.push({
    id: `0f1e2d3c-0000-4000-8000-${String(900_000 + at).padStart(12, '0')}`,
    caller: 871000010,
    participants: [871000010],
    participantsCount: 1,
    members: [profileId, 871000010],
    joinLink: address,
    vkJoinLink: address,
  });
}

/** The sessions of the diary and of VK end, and the person signs in to both again. */
export async function renewSessions({ context }: Bench, stand: Stand): Promise<void> {
  stand.world.diarySessions.clear();
  stand.world.messenger.sessions.clear();
  await context.addCookies([
    { name: 'sessionid', value: diarySession(stand.world, host, account), domain: host, path: '/', secure: true },
    { name: 'remixdsid', value: messengerSession(stand.world, 'maria'), url: 'https://web.vk.me/' },
  ]);
}
