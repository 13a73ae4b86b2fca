import type { Lesson } from '../stand/model.ts';
import { lesson, shifted } from '../stand/scenarios/lessons.ts';
import type { Stand } from '../stand/stand.ts';
import { addDays, weekdayOf } from '../stand/time/dates.ts';
import { momentOf, wallTime } from '../stand/time/zone.ts';
import type { Browser, Found, Page } from './driver/types.ts';
import { maria, type Person, signInToDiary } from './people.ts';

export const host = 'school.r-19.ru';
export const zone = 'Asia/Krasnoyarsk';

/**
 * The stand's time becomes a wall-clock time of today, since a server's clock is believed only when it is about right. Today
 * counts as a day of the stand's week, Monday (1) where none is said: «Алгебра» 08:30, «Русский язык» 09:20, «География» 10:20,
 * «Физическая культура» 11:20. Returns the date: yesterday’s for the three minutes of a day in which the stand would be ahead by just
 * what its zone is, as a server that tells local time.
 */
export function setTime(stand: Stand, time: string, weekday = 1, timeZone = zone): string {
  const today = wallTime(timeZone, Date.now()).date;
  const date = isLikeLocalTime(momentOf(timeZone, today, time), timeZone) ? addDays(today, -1) : today;
  stand.clock.weekShift = weekday - weekdayOf(date);
  stand.clock.set(momentOf(timeZone, date, time));
  // Calls are planned from now on.
  stand.reset();
  return date;
}

/** Later on the day of {@link setTime}; some minutes more where the stand would seem to tell local time. */
export function moveTo(stand: Stand, time: string): void {
  const moment = momentOf(zone, wallTime(zone, stand.clock.now()).date, time);
  stand.clock.set(isLikeLocalTime(moment, zone) ? moment + 4 * 60_000 : moment);
}

/** Whether a server that says so now is taken to have written its wall clock’s time as if it were UTC. */
function isLikeLocalTime(moment: number, timeZone: string): boolean {
  const shown = wallTime(timeZone, Date.now());
  const local = Date.parse(`${shown.date}T${shown.time}:30Z`);
  return Math.abs(moment - local) < 150_000;
}

/** Signs in to the diary and waits until the extension has read the week. */
export async function openDiary(
  browser: Browser,
  stand: Stand,
  person: Person = maria,
  section = '#diary',
): Promise<Page> {
  const page = await signInToDiary(browser, person, section);
  await weekIsRead(stand);
  await waitForMarks(page, (marks) => marks.length > 0, 5000);
  return page;
}

/** Waits until the content script has asked for a week and is done. */
export async function weekIsRead(stand: Stand, timeout = 10_000): Promise<void> {
  const end = Date.now() + timeout;
  const read = () =>
    stand.requests.some(({ path, status }) => path.endsWith('GetHomeworkFromRange') && status !== null);
  while (!read() && Date.now() < end) await pause(30);
  // Who is chosen is asked once more, and the links are found.
  await pause(400);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The rows of the page that show this subject. */
export function rowsOf(page: Page, subject: string): Found {
  return page.css('.content tr').having(new RegExp(`(^|\\s)${subject}`));
}

/** What stands at lessons, as `subject: words`, in the page's order. */
export function marksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('sferum-lesson')]
      .filter((host) => host.getClientRects().length > 0)
      .map((host) => {
        const cell = host.parentElement;
        const subject = [...(cell?.childNodes ?? [])]
          .filter((node) => node !== host)
          .map((node) => node.textContent)
          .join('')
          .trim();
        const words = [...(host.shadowRoot?.querySelectorAll('[part~=join], [part~=live], [part~=before]') ?? [])];
        return `${subject}: ${words.map((one) => one.textContent).join(', ')}`;
      }),
  );
}

/** Waits until the marks are these. */
export async function waitForMarks(
  page: Page,
  wanted: (marks: string[]) => boolean,
  timeout = 10_000,
): Promise<string[]> {
  const end = Date.now() + timeout;
  let marks = await marksOf(page);
  while (!wanted(marks) && Date.now() < end) {
    await pause(50);
    marks = await marksOf(page);
  }
  return marks;
}

/** Today's plan of the class becomes these lessons. */
export function planToday(stand: Stand, lessons: Lesson[], classyear = '8 Б', at = host, timeZone = zone): void {
  const { date } = wallTime(timeZone, stand.clock.now());
  for (const timetable of stand.world.timetable) {
    if (timetable.host === at && timetable.classyear === classyear) timetable.dates[date] = { lessons };
  }
}

/** A lesson that is on now: it began 20 minutes ago. */
export function lessonNow(stand: Stand, discipline: string, changes: Partial<Lesson> = {}, timeZone = zone): Lesson {
  const { time } = wallTime(timeZone, stand.clock.now());
  return shifted(lesson(1, discipline, changes), time, -20);
}

/** A school of the server of many regions, with Пётр in it and a lesson with a link that is on now. */
export function planSharedServer(stand: Stand, timeZone: string) {
  const general = stand.world.diaries.find((one) => one.zone === 'Asia/Yekaterinburg');
  if (!general) throw new Error('no such diary');
  general.zone = timeZone;
  general.pupils.push({ id: 1, person: 'petr', school: 'Школа', classyear: '8 Б' });
  general.accounts.push({
    id: 2,
    person: 'petr',
    login: 'petr',
    password: 'diary-petr',
    description: 'Ученик 8 Б класса',
    children: [],
    pupil: 1,
  });
  stand.world.timetable.push({ host: general.host, classyear: '8 Б', weekly: {}, dates: {} });
  planToday(
    stand,
    [lessonNow(stand, 'Музыка', { materials: [{ name: '', url: sferumLink('of-nobody-knows') }] }, general.zone)],
    '8 Б',
    general.host,
    general.zone,
  );
  return general;
}

/** A link of an invented call. */
export function sferumLink(name: string): string {
  return `https://sferum.ru/?call_link=${Buffer.from(`for-tests-only-${name}`).toString('base64url')}`;
}

/** Requests to the diary's API, without the page's own when `own`: those of the extension carry the date of a Monday or a first. */
export function countRequests(stand: Stand, method: string): number {
  return stand.requests.filter(({ path }) => path.endsWith(`/${method}`)).length;
}

/** Addresses of the calls that are open in the browser. */
export async function openedCalls(browser: Browser): Promise<string[]> {
  const addresses = await Promise.all((await browser.pages()).map((page) => page.url()));
  return addresses.filter((address) => /call_link|call\/join|telemost/.test(address));
}

/** A link as the extension keeps it. */
export const linkOfMaria = {
  accountKey: 'https://school.r-19.ru#700101',
  origin: 'https://school.r-19.ru',
  accountName: 'Соколова Мария Игоревна',
  accountRole: 'parent',
  profileId: 871000002,
  profileName: 'Мария Соколова',
  profileRoles: ['parent'],
  profileRolesText: 'Родитель',
  organizations: ['МБОУ СОШ № 4'],
  photo: null,
  linkedAt: Date.now(),
  usedAt: Date.now(),
  samePersonConfirmed: false,
};

/** For tests about something else than linking. */
export async function keepLink(browser: Browser, link: typeof linkOfMaria): Promise<void> {
  await browser.inExtension(async (kept) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: Record<string, unknown>): Promise<void> } } };
    };
    await chrome.storage.local.set({ links: { version: 1, value: { [kept.accountKey]: kept } } });
  }, link);
}

export function linkMaria(browser: Browser): Promise<void> {
  return keepLink(browser, linkOfMaria);
}
