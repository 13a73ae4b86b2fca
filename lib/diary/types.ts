import type { Writing } from '@/lib/html/readHtml';
import type { MarkupName } from './page/markup';

/** One ЭШ server. */
export interface Diary {
  /** `https://host`, without a trailing slash. */
  origin: string;
  /** Region in Russian, as people know it. */
  region: string;
  /** IANA zone of the school's wall clock; `null` when the server holds several regions and the person must say. */
  timeZone: string | null;
  /** What kind of page it has. */
  markup: MarkupName;
}

export type DiaryRole = 'pupil' | 'parent' | 'other';

export interface Pupil {
  /** `person_id` as the diary gives it. */
  id: number;
  fullName: string;
  school: string;
  classYear: string;
}

/** One account of one diary: a parent is one account whichever child is chosen. */
export interface DiaryAccount {
  /** `origin + '#' + auth_user_profile_id`: the stable key. */
  key: string;
  origin: string;
  id: number;
  fullName: string;
  role: DiaryRole;
  /** What the diary says of the person, e.g. «Родитель», «Ученик 8 Б класса». */
  description: string;
  children: Pupil[];
  /** The pupil whose diary is shown now: the pupil themself on a pupil's account. */
  selectedPupil: Pupil | null;
}

/** A civil date, `YYYY-MM-DD`, in the diary's zone. */
export type CivilDate = string;

/** Minutes since midnight of the diary's wall clock, 0–1439. */
export type WallMinutes = number;

/** What a teacher wrote: as it is read, with the addresses behind it. */
export interface LessonText extends Writing {
  /** As the diary sent it: HTML, entities, zero-width spaces. */
  source: string;
}

/** One row of the schedule. Times are wall-clock in the diary's zone. */
export interface Lesson {
  /** Stable within a week: date, index, discipline and time. */
  id: string;
  date: CivilDate;
  /** 1-based number of the lesson that day, `null` where the diary gives none. */
  index: number | null;
  discipline: string;
  begin: WallMinutes | null;
  /** May be smaller than `begin`: the lesson ends after midnight. */
  end: WallMinutes | null;
  teacher: string;
  office: string;
  /** Free text such as «Дистанционный урок». */
  type: string;
  theme: LessonText;
  homework: LessonText;
  comment: LessonText;
  remarks: LessonText;
  mark: string;
  attendance: string;
  materials: Material[];
  /**
   * Individual homework, joined from `GetHomeworkFromRange` by date and discipline, and whatever else that answer says of
   * the lesson: further places for a join link.
   */
  individualHomework: IndividualHomework[];
  /** What else the answer says of it in short, such as the name of the shift: nothing is done with it, but its row may show it. */
  said: string[];
}

/** A file or link that a teacher put at a lesson. `address` as the diary sent it: unproven, maybe relative. */
export interface Material {
  name: string;
  address: string;
}

/** One individual task, with the document's name and address. */
export interface IndividualHomework {
  text: LessonText;
  name: string;
  address: string;
}

/** One subject of one day in `GetHomeworkFromRange`. */
export interface HomeworkItem {
  date: CivilDate;
  discipline: string;
  teacher: string;
  theme: LessonText;
  homework: LessonText;
  materials: Material[];
  individual: IndividualHomework[];
}

/** What a lesson says that its row may show. */
export type LessonField =
  | 'discipline'
  | 'teacher'
  | 'office'
  | 'type'
  | 'theme'
  | 'homework'
  | 'comment'
  | 'remarks'
  | 'mark'
  | 'attendance';

/** What a row must show to be believed to be a lesson's. All texts are in the form of `compact`. */
export interface LessonProof {
  id: string;
  date: CivilDate;
  index: number | null;
  begin: WallMinutes | null;
  end: WallMinutes | null;
  /** How each field reads on the page: rendered, and as it was sent where that reads otherwise. */
  fields: Readonly<Record<LessonField, readonly string[]>>;
  /** The teacher's name as people read it: a page may shorten it. */
  teacher: string;
  /** Whatever else of the lesson its row may show: materials, individual homework, fields that nobody knows. */
  others: readonly string[];
}

export interface DiaryDay {
  date: CivilDate;
  lessons: Lesson[];
}

/** A week (or month) of one pupil. */
export interface Schedule {
  days: DiaryDay[];
  /** Lessons that could not be read and were dropped. */
  dropped: number;
}
