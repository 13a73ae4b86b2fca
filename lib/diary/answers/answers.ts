import { nameWords } from '@/lib/diary/page/fieldAgreement';
import { compact } from '@/lib/diary/text';
import type {
  CivilDate,
  DiaryAccount,
  DiaryDay,
  DiaryRole,
  HomeworkItem,
  IndividualHomework,
  Lesson,
  LessonProof,
  Material,
  Pupil,
  Schedule,
} from '@/lib/diary/types';
import { dayNumber, parseWallTime } from '@/lib/time';

/*
 * Readers from what the diary answered to the domain. Written by hand, not with a schema library: this is in the
 * content script, every field may be null or missing, and a bad item is dropped and counted where a schema would refuse.
 */

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", shy: '' };

function decode(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function plainText(raw: string): string {
  return raw
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, decode)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a row must show to be believed to be this lesson's. */
export function proofOf(lesson: Lesson): LessonProof {
  const { id, date, index, begin, end, materials, individualHomework } = lesson;
  const both = (raw: string) => [...new Set([compact(plainText(raw)), compact(raw)])];
  const { discipline, teacher, office, type, theme, homework, comment, remarks, mark, attendance } = lesson;
  return {
    id,
    date,
    index,
    begin,
    end,
    fields: {
      discipline: both(discipline),
      teacher: both(teacher),
      office: both(office),
      type: both(type),
      theme: both(theme),
      homework: both(homework),
      comment: both(comment),
      remarks: both(remarks),
      mark: both(mark),
      attendance: both(attendance),
    },
    teacherWords: nameWords(plainText(teacher)),
    others: [
      ...materials.map(({ name }) => name),
      ...individualHomework.flatMap(({ text, name }) => [plainText(text), name]),
    ].map(compact),
  };
}

type Raw = Record<string, unknown>;

function record(value: unknown): Raw | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function records(value: unknown): Raw[] {
  return list(value).filter((item): item is Raw => record(item) !== null);
}

/** A string as it stands; a number as its digits; everything else is an empty string. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function plain(value: unknown): string {
  return plainText(text(value));
}

/** A whole number above zero, also when some server sends it as digits. */
function ordinal(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function civilDate(value: unknown): CivilDate | null {
  const date = text(value).slice(0, 10);
  return Number.isNaN(dayNumber(date)) ? null : date;
}

function roleOf(description: string, children: Pupil[]): DiaryRole {
  if (children.length > 0) return 'parent';
  const words = description.toLowerCase();
  if (words.startsWith('родитель')) return 'parent';
  return /^(ученик|ученица|обучающийся)/.test(words) ? 'pupil' : 'other';
}

function readChild(raw: Raw): Pupil | [] {
  const id = ordinal(raw.person_id);
  if (id === null) return [];
  return { id, fullName: plain(raw.fullname), school: plain(raw.school), classYear: plain(raw.classyear) };
}

function readSelectedPupil(raw: Raw, children: Pupil[], ownName: string | null): Pupil | null {
  const id = ordinal(raw.selected_pupil_id);
  if (id === null) return children.length === 1 ? (children[0] ?? null) : null;
  return (
    children.find((child) => child.id === id) ?? {
      id,
      // A pupil's own account names the pupil in full, `selected_pupil_name` leaves the patronymic out.
      fullName: ownName || plain(raw.selected_pupil_name),
      school: plain(raw.selected_pupil_school),
      classYear: plain(raw.selected_pupil_classyear),
    }
  );
}

/**
 * Reads the answer of `GetPersonData`. `null` when it is not an answer of ЭШ, which is judged by
 * `auth_user_profile_id` alone: every other field may be null or missing.
 */
export function readAccount(answer: unknown, origin: string): DiaryAccount | null {
  const raw = record(answer);
  const id = ordinal(raw?.auth_user_profile_id);
  if (!raw || id === null) return null;
  const children = records(raw.children_persons).flatMap(readChild);
  const description = plain(raw.user_desc);
  const fullName = plain(raw.user_fullname);
  const role = roleOf(description, children);
  return {
    key: `${origin}#${id}`,
    origin,
    id,
    fullName,
    role,
    description,
    children,
    selectedPupil: readSelectedPupil(raw, children, role === 'pupil' ? fullName : null),
  };
}

function readMaterial(raw: Raw): Material | [] {
  const address = text(raw.url).trim();
  return address ? { name: plain(raw.name), address } : [];
}

function readLesson(item: unknown, date: CivilDate): Lesson | null {
  const raw = record(item);
  const discipline = plain(raw?.discipline);
  if (!raw || !discipline) return null;
  const index = ordinal(raw.index);
  const begin = parseWallTime(text(raw.time_begin));
  return {
    id: [date, index ?? '', begin ?? '', discipline].join('|'),
    date,
    index,
    discipline,
    begin,
    end: parseWallTime(text(raw.time_end)),
    teacher: plain(raw.teacher),
    office: plain(raw.office),
    type: plain(raw.schedulelessontype),
    // These four stay as the diary sent them: a join link may stand in an `href`.
    theme: text(raw.theme),
    homework: text(raw.homework),
    comment: text(raw.comment),
    remarks: text(raw.remarks),
    mark: plain(raw.mark),
    attendance: plain(raw.attendance),
    materials: records(raw.materials).flatMap(readMaterial),
    individualHomework: [],
  };
}

/**
 * Reads the answer of `GetDiary`, `GetWeekSchedule` or `GetMonthSchedule` (`{days: […]}`; a bare list and `{weeks:
 * [{days}]}` are read too, since nobody saw a month). `null` when there are no days in it at all. A lesson or day that
 * cannot be read is dropped and counted.
 */
export function readSchedule(answer: unknown): Schedule | null {
  const raw = record(answer);
  const weeks = raw && Array.isArray(raw.weeks) ? records(raw.weeks).flatMap((week) => list(week.days)) : null;
  const rawDays = Array.isArray(answer) ? answer : Array.isArray(raw?.days) ? raw.days : weeks;
  if (!rawDays) return null;

  const days = new Map<CivilDate, DiaryDay>();
  const taken = new Map<string, number>();
  let dropped = 0;
  for (const rawDay of rawDays) {
    const day = record(rawDay);
    const dayDate = civilDate(day?.date);
    if (!day) dropped += 1;
    else if (dayDate && !days.has(dayDate)) days.set(dayDate, { date: dayDate, lessons: [] });
    for (const item of list(day?.lessons)) {
      const date = dayDate ?? civilDate(record(item)?.date);
      const lesson = date && readLesson(item, date);
      if (!date || !lesson) {
        dropped += 1;
        continue;
      }
      // Two groups of one class may have the same subject at the same hour.
      const twins = (taken.get(lesson.id) ?? 0) + 1;
      taken.set(lesson.id, twins);
      if (twins > 1) lesson.id += `|${twins}`;
      const home = days.get(date);
      if (home) home.lessons.push(lesson);
      else days.set(date, { date, lessons: [lesson] });
    }
  }
  return { days: [...days.values()], dropped };
}

function readIndividual(raw: Raw): IndividualHomework | [] {
  const document = record(raw.document);
  const item = { text: text(raw.description), name: plain(document?.name), address: text(document?.url).trim() };
  return item.text || item.address ? item : [];
}

/**
 * Reads the answer of `GetHomeworkFromRange`: a list of days. `null` when it is no list. The `next…` fields are left
 * out: they belong to a lesson of another day, which has an item of its own.
 */
export function readHomework(answer: unknown): HomeworkItem[] | null {
  if (!Array.isArray(answer)) return null;
  return records(answer).flatMap((day) =>
    records(day.homeworks).flatMap((raw) => {
      const date = civilDate(day.date) ?? civilDate(raw.date);
      const discipline = plain(raw.discipline);
      if (!date || !discipline) return [];
      return {
        date,
        discipline,
        theme: text(raw.theme),
        homework: text(raw.homework),
        materials: records(raw.materials).flatMap(readMaterial),
        individual: records(raw.individualHomeworks).flatMap(readIndividual),
      };
    }),
  );
}

/** What one homework item adds to a lesson: its own words only where the lesson does not say the same already. */
function additions(item: HomeworkItem, lesson: Lesson): IndividualHomework[] {
  const known = new Set(lesson.materials.map((material) => material.address));
  const texts = [
    item.homework === lesson.homework ? '' : item.homework,
    item.theme === lesson.theme ? '' : item.theme,
  ].filter(Boolean);
  const materials = item.materials.filter((material) => !known.has(material.address));
  return [
    ...item.individual,
    ...materials.map((material) => ({ text: '', ...material })),
    ...texts.map((words) => ({ text: words, name: '', address: '' })),
  ];
}

/**
 * Puts homework to its lessons, by date and discipline; nothing given is changed. When a day has as many items as lessons
 * of a discipline, they go in order; else each lesson of that discipline gets all.
 */
export function joinHomework(schedule: Schedule, homework: HomeworkItem[]): Schedule {
  if (homework.length === 0) return schedule;
  const keyOf = (of: { date: CivilDate; discipline: string }) => `${of.date}|${compact(of.discipline)}`;
  const items = groupBy(homework, keyOf);
  const days = schedule.days.map((day) => {
    const lessonsOf = groupBy(day.lessons, keyOf);
    const lessons = day.lessons.map((lesson) => {
      const key = keyOf(lesson);
      const own = items.get(key);
      if (!own) return lesson;
      const siblings = lessonsOf.get(key) ?? [];
      const chosen = own.length === siblings.length ? own.slice(siblings.indexOf(lesson)).slice(0, 1) : own;
      const added = chosen.flatMap((item) => additions(item, lesson));
      return { ...lesson, individualHomework: [...lesson.individualHomework, ...added] };
    });
    return { ...day, lessons };
  });
  return { ...schedule, days };
}

function groupBy<Item>(all: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of all) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
