/** The things that the stand's world is made of. Everything is mutable: a test may change what it likes. */

/** How VK ID makes sure that it is really this person; several are asked one after another. */
export type Confirmation = 'password' | 'sms' | 'push' | 'call';

/** The VK ID of a person: one phone (or e-mail), one account. */
export interface VkidAccount {
  id: number;
  phone?: string;
  email?: string;
  password?: string;
  confirm: Confirmation[];
  /** Whether VK Мессенджер has a personal profile (`profile_type` 0) of this account. */
  personalProfile: boolean;
}

/** Учебный профиль: what Сферум shows of the person. */
export interface EducationalProfile {
  id: number;
  /** Free text, such as «Учитель, родитель». */
  roles: string;
  organizations: string[];
  /** Differs from the person's own name where a family has signed up carelessly. */
  firstName?: string;
  lastName?: string;
  photo?: string | null;
}

export interface Person {
  /** Short name of this person in scenarios and tests, such as "maria". */
  key: string;
  lastName: string;
  firstName: string;
  middleName: string;
  sex: 'female' | 'male';
  /** "YYYY-MM-DD" */
  birthDate: string;
  vkid?: VkidAccount;
  educational?: EducationalProfile;
}

export interface Family {
  name: string;
  parents: string[];
  children: string[];
}

/** A pupil as one diary knows them. */
export interface Pupil {
  /** `person_id` */
  id: number;
  /** Key of the person. */
  person: string;
  school: string;
  classyear: string;
}

/** An account of one diary. */
export interface DiaryAccount {
  /** `auth_user_profile_id` */
  id: number;
  /** Key of the person. */
  person: string;
  login: string;
  password: string;
  /** `user_desc` */
  description: string;
  /** Ids of the pupils that a parent may choose; empty on a pupil's own account. */
  children: number[];
  /** The pupil shown at first; null for an account without any. */
  pupil: number | null;
  /** Fields added to the answer of `GetPersonData`, over the usual ones. */
  extra?: Record<string, unknown>;
}

/** One diary server. */
export interface Diary {
  host: string;
  region: string;
  /** IANA zone of the lessons' wall-clock times. */
  zone: string;
  pupils: Pupil[];
  accounts: DiaryAccount[];
}

/** One row of the schedule, in the raw shape of the diary's answer; any text may be null. */
export interface Lesson {
  index: number;
  discipline: string | null;
  time_begin: string | null;
  time_end: string | null;
  teacher: string | null;
  office: string | null;
  study_time_name: string | null;
  schedulelessontype: string | null;
  theme: string | null;
  homework: string | null;
  comment: string | null;
  remarks: string | null;
  mark: string | null;
  attendance: string | null;
  ind_homework_exists: boolean;
  materials: Material[] | null;
  /** Served by the homework service only. */
  individual?: IndividualHomework[];
  [unknownField: string]: unknown;
}

export interface Material {
  name: string | null;
  url: string | null;
}

export interface IndividualHomework {
  description: string | null;
  document: { name: string; url: string } | null;
  lesson_id: string;
}

/** What one day holds. `lessons` absent or null is served as such. */
export interface DayPlan {
  lessons?: Lesson[] | null;
  weekend?: boolean;
  vacation?: boolean;
  holiday?: boolean;
}

/** The timetable of one class in one diary. */
export interface Timetable {
  host: string;
  classyear: string;
  /** By day of the week, 1 is Monday; a day without a plan is a weekend. */
  weekly: Partial<Record<number, DayPlan>>;
  /** By date, over the weekly plan. */
  dates: Record<string, DayPlan>;
}

export type PeerType = 'user' | 'chat' | 'group' | 'email';

export interface Message {
  /** User id; negative for a group. */
  from: number;
  /** Milliseconds since the epoch. */
  date: number;
  text: string;
  attachments: unknown[];
}

export interface Chat {
  peerId: number;
  type: PeerType;
  title: string;
  /** Ids of the profiles that have this chat. */
  members: number[];
  membersCount: number;
  channel: boolean;
  /** Nobody may write any more: the school has moved to MAX. */
  readOnly?: boolean;
  pinned: boolean;
  muted: boolean;
  photo?: string | null;
  /** Unread messages by profile id. */
  unread: Record<number, number>;
  lastMessage?: Message;
  /** `peer` is served and nothing else. */
  bare?: boolean;
}

export type Recurrence = 'never' | 'daily' | 'weekly' | 'weekdays' | 'weekend' | 'monthly' | 'yearly';

/** A scheduled call. */
export interface ScheduledCall {
  id: string;
  name: string;
  caller: number;
  /** Ids of the profiles that see this call. */
  members: number[];
  /** Milliseconds since the epoch. */
  start: number;
  /** Seconds; 0 and null mean unknown. */
  duration: number | null;
  recurrence: Recurrence;
  /** Milliseconds since the epoch. */
  until?: number;
  joinLink: string;
  vkJoinLink: string | null;
  /** Peer id of the chat. */
  chat?: number;
  extra?: Record<string, unknown>;
}

/** A call that is on now. */
export interface LiveCall {
  id: string;
  caller: number;
  participants: number[];
  participantsCount: number;
  members: number[];
  joinLink: string;
  vkJoinLink: string | null;
  /** Peer id of the chat. */
  chat?: number;
}

/** A pupil's invitation of a parent, as it stands in the link. */
export interface Invitation {
  code: string;
  /** Key of the pupil. */
  pupil: string;
  /** Keys of the parents that have accepted; two is the most. */
  parents: string[];
}

/** «Соколова Мария Игоревна» */
export function fullName(person: Person): string {
  return `${person.lastName} ${person.firstName} ${person.middleName}`.trim();
}
