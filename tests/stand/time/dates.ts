/** Calendar dates as "YYYY-MM-DD" texts: no zone, no time. */

const DAY = 86_400_000;

/** Whether the text is a date that exists. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Day of the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Monday of the week that contains the date. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** The seven dates of the week that contains the date, Monday first. */
export function weekOf(date: string): string[] {
  const monday = mondayOf(date);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

/** Every date of the month that contains the date. */
export function monthOf(date: string): string[] {
  const first = `${date.slice(0, 7)}-01`;
  const dates: string[] = [];
  for (let day = first; day.startsWith(date.slice(0, 7)); day = addDays(day, 1)) dates.push(day);
  return dates;
}

/** The Russian name of the date's weekday, as the diary writes it. */
export function weekdayName(date: string): string {
  const names = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'];
  return names[weekdayOf(date) - 1] ?? '';
}
