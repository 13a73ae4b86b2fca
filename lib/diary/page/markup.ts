/*
 * What one kind of a diary's page is made of, as a value: every selector, class, hash, label and endpoint stands here and nowhere
 * else; the readers of this room take it. The page's real code was never at hand: each list is newest first, each entry says
 * where it was seen, and whatever is not found is `null`, never an error.
 *
 *   <ul class="menu"><li><a href="#diary" class="active"><i></i>Дневник</a><a class="help">?</a></li>…</ul>
 *   <div class="right"><div class="top">…</div>
 *     <div class="content"><ul><li><div>Понедельник <div class="date">23/<sup>11</sup></div></div>
 *       <table><thead><tr><th>Время</th><th>Предмет</th>…</tr></thead>
 *         <tbody><tr><td class="time">08:30 - 09:10</td><td class="lesson">Алгебра</td>…</tr></tbody></table></li>…
 *
 * Another kind of page is another value of this type, its name below, a row in `diaries.ts` that has it, and a fixture in
 * `tests/unit/lib/diary/page/fixtures` with the number of matches.
 */

/** What a cell of a lesson's row shows. `ignored`: something the diary's answer does not tell, so it proves nothing. */
export type CellKind =
  | 'time'
  | 'number'
  | 'discipline'
  | 'teacher'
  | 'office'
  | 'type'
  | 'theme'
  | 'homework'
  | 'comment'
  | 'remarks'
  | 'mark'
  | 'attendance'
  | 'ignored'
  | 'unknown';

/** A section of the menu: by the end of its address, or by its label, which is there whatever the address. */
export interface MenuSection {
  hash: string;
  /** In the form of `compact`. */
  label: string;
}

/** Where things are on one kind of page: what its content script needs. All labels are in the form of `compact`. */
export interface PlaceMarkup {
  /** Selectors of the left menu. */
  menus: readonly string[];
  /** Links that only the menu has, to find a menu of another class by. */
  menuLinks: readonly string[];
  /** Selector of the link of the page's current item. */
  currentLink: string;
  /** The link to help inside an item, which opens no section. */
  menuHelp: string;
  /** The sections that a menu is known by, and those that our own item stands by. */
  sections: Record<'schedule' | 'homework' | 'portfolio' | 'board' | 'mail', MenuSection>;
  /** What the vendor's own plugin calls its menu item, before and after linking. */
  vendorItems: readonly string[];
  /** What the vendor's own linking buttons say: the menu item before linking, and the button behind it. */
  vendorLinking: readonly string[];
  /** The element whose children are the current section. */
  contentParents: readonly string[];
  /** The element that holds the days. */
  contents: readonly string[];
  /** Where the page's own server answers, behind its origin. */
  endpoints: {
    person: string;
    /** The page itself chooses another child there; never asked by us. */
    chooseChild: string;
    /** These take `date=YYYY-MM-DD`. */
    diaryWeek: string;
    scheduleWeek: string;
    scheduleMonth: string;
    homework: string;
  };
}

/** How lessons look on one kind of page: read in the background, off the page's thread. All words are in the form of `compact`. */
export interface LessonMarkup {
  /** What the vendor's own button at a lesson says. */
  vendorJoin: string;
  /** The page's hash while it shows «Расписание»; all else with day heads is «Дневник». */
  scheduleHash: RegExp;
  /** Cells known by their class. */
  cellClasses: Readonly<Record<string, CellKind>>;
  /** Column heads by how they begin; the first that fits is taken. */
  columnHeads: readonly (readonly [RegExp, CellKind])[];
  /** How texts begin that are no lesson's name, in a row whose cells nothing tells. */
  noNames: RegExp;
  /** Words of the page itself in a lesson's row, which say nothing of the lesson. */
  rowLabels: readonly string[];
  /** What the page, or a teacher, writes for «nothing». */
  nothing: readonly string[];
}

/** One kind of page. */
export interface Markup extends PlaceMarkup, LessonMarkup {}

/** «БАРС.Web-Образование», the personal area of the families. */
const personalArea: PlaceMarkup = {
  menus: [
    'ul.menu', // 2026-09, public theme
  ],
  menuLinks: [
    'a[href*="#homework"]', // 2026-09, public theme
    'a[href*="#schedule"]', // 2026-09, hash routes
  ],
  currentLink: 'a.active', // 2026-09, public theme
  menuHelp: 'help', // 2026-09, public theme
  sections: {
    schedule: { hash: '#schedule', label: 'расписание' }, // 2026-09, public theme
    homework: { hash: '#homework', label: 'домашнеезадание' }, // 2026-09, public theme
    portfolio: { hash: '#portfolio', label: 'портфолио' }, // label: 2026-09, screenshot; hash: assumed
    board: { hash: '#board', label: 'доскаобъявлений' }, // label: 2026-09, screenshot; hash: assumed
    mail: { hash: '#mail', label: 'почта' }, // label: 2026-09, screenshot; hash: assumed
  },
  vendorItems: ['авторизациявсферум', 'сферум'], // 2026-09, its user guide
  vendorLinking: ['авторизациявсферум', 'привязатьаккаунтксферум'], // 2026-09, its user guide
  contentParents: [
    '.right:has(.content)', // 2026-09, public theme
    '.right',
  ],
  contents: [
    '.right .content', // 2026-09, public theme
    '.content', // 2026-09, public scraper
  ],
  endpoints: {
    person: '/api/ProfileService/GetPersonData',
    chooseChild: '/api/ProfileService/SetChild',
    diaryWeek: '/api/ScheduleService/GetDiary?is_diary=true',
    scheduleWeek: '/api/ScheduleService/GetWeekSchedule',
    scheduleMonth: '/api/ScheduleService/GetMonthSchedule',
    homework: '/api/HomeworkService/GetHomeworkFromRange',
  },
};

/** Its lessons. */
const personalAreaLessons: LessonMarkup = {
  vendorJoin: 'подключиться', // 2026-09, its user guide
  scheduleHash: /^#!?\/?schedule/, // 2026-09, hash routes
  cellClasses: { time: 'time', lesson: 'discipline', homework: 'homework' }, // 2026-09, public theme and scraper
  columnHeads: [
    [/^времянавыполн|^файл|^материал/, 'ignored'],
    [/^время|^часы/, 'time'],
    [/^№|^номер/, 'number'],
    [/^(?:наименование)?(?:предмет|дисциплин|урок)[аы]?(?![а-яё\d])/, 'discipline'],
    [/^тема/, 'theme'],
    [/^дом|^дз|^д\/з|^задани/, 'homework'],
    [/^посещ|^присутств|^пропуск/, 'attendance'],
    [/^оценк|^отметк/, 'mark'],
    [/^учител|^преподавател|^педагог/, 'teacher'],
    [/^каб|^ауд/, 'office'],
    [/^тип|^вид/, 'type'],
    [/^коммент|^примечан/, 'comment'],
    [/^замечан/, 'remarks'],
  ],
  noNames: /^(?:каб|ауд|учител)/,
  rowLabels: [
    'времяначала',
    'домашнеезадание',
    'индивидуальноезадание',
    'незадано',
    'подключиться',
    'преподаватель',
    'учитель',
    'подробнее',
    'скачать',
    'кабинет',
    'тема',
    'урок',
    'каб',
  ],
  nothing: ['незадано', 'нет', '-', '—', '–'],
};

/** Every kind of page that is known, by the name that `diaries.ts` has for it. */
const placeMarkups = { personalArea } as const satisfies Record<string, PlaceMarkup>;
const lessonMarkups: Record<MarkupName, LessonMarkup> = { personalArea: personalAreaLessons };

export type MarkupName = keyof typeof placeMarkups;

export const markupNames = /* @__PURE__ */ Object.keys(placeMarkups) as [MarkupName];

/** The kind of page that an added diary is taken for. */
export const usualMarkup: MarkupName = 'personalArea';

/** Where things are on a diary's page, by the name in its row. */
export function placeMarkupOf(name: MarkupName | undefined): PlaceMarkup {
  return placeMarkups[name ?? usualMarkup];
}

/** The kind of page of a diary, by the name in its row. */
export function markupOf(name: MarkupName | undefined): Markup {
  return { ...placeMarkupOf(name), ...lessonMarkups[name ?? usualMarkup] };
}
