/**
 * School subjects as diaries, teachers and chats write them: «Алг.», «англ. яз.», «физ-ра», «ОБЗР». Data for `namedSubjects`.
 *
 * A pattern is a row of words; `*` ends a stem. What is ambiguous («физ.», «гео», «общ.») names nothing.
 */

/** One subject: a stable name for code and tests, and how it is written. */
export interface Subject {
  name: string;
  patterns: readonly string[];
  /** The broader subject that people also call it. */
  broader?: string;
}

export const subjects: readonly Subject[] = [
  {
    name: 'mathematics',
    patterns: ['математ*', 'матем', 'мат', 'мат ка', 'матан'],
  },
  {
    name: 'algebra',
    broader: 'mathematics',
    patterns: [
      'алгебр*',
      'алг',
      'алгебр* и начал* математ* анализ*',
      'алгебр* и начал* анализ*',
      'алгебр* и нач* анализ*',
    ],
  },
  { name: 'geometry', broader: 'mathematics', patterns: ['геометр*', 'геом'] },
  {
    name: 'probability',
    broader: 'mathematics',
    patterns: [
      'вероятн* и статист*',
      'вероятн* статист*',
      'вероятность',
      'теори* вероятн*',
      'теор вер',
      'теорвер',
      'вис',
      'в и с',
      'вер и стат',
    ],
  },
  { name: 'informatics', patterns: ['информатик*', 'информ', 'инф', 'икт', 'информатик* и икт', 'инф и икт'] },
  { name: 'physics', patterns: ['физик*'] },
  { name: 'astronomy', patterns: ['астроном*'] },
  { name: 'chemistry', patterns: ['хими*', 'хим'] },
  { name: 'biology', patterns: ['биолог*', 'биол', 'био'] },
  { name: 'geography', patterns: ['географ*', 'геогр'] },
  { name: 'nature', patterns: ['окружающ* мир*', 'окр мир', 'окруж мир', 'окр м', 'природовед*', 'естествозн*'] },
  {
    name: 'russian',
    patterns: [
      'русск* язык*',
      'русск* яз',
      'рус яз',
      'русский',
      'русскому',
      'русского',
      'рус',
      'русяз',
      'р яз',
      'р язык',
    ],
  },
  { name: 'literature', patterns: ['литератур*', 'лит', 'лит ра', 'литра', 'литер', 'русск* литератур*', 'рус лит*'] },
  { name: 'reading', patterns: ['литературн* чтен*', 'лит чтен*', 'лит чт', 'литер чтен*', 'чтение', 'чтению'] },
  {
    name: 'native-language',
    patterns: [
      'родн* язык*',
      'родн* яз',
      'родн* язык* русск*',
      'родн* русск* язык*',
      'русск* родн* язык*',
      'русск* язык* родн*',
      'родн* русск* яз',
    ],
  },
  {
    name: 'native-literature',
    patterns: [
      'родн* литератур*',
      'родн* лит*',
      'литератур* родн*',
      'родн* литератур* русск*',
      'родн* русск* литератур*',
    ],
  },
  {
    name: 'native-reading',
    patterns: [
      'литературн* чтен* на родн* язык*',
      'литературн* чтен* на родн* русск* язык*',
      'литературн* чтен* на русск* родн* язык*',
      'лит чтен* на родн* язык*',
    ],
  },
  {
    name: 'foreign-language',
    patterns: ['иностр* язык*', 'иностр* яз', 'ин язык*', 'ин яз', 'иняз', 'втор* иностр* язык*'],
  },
  ...language('english', ['английск*', 'англ', 'english', 'инглиш']),
  ...language('german', ['немецк*', 'немец'], ['нем']),
  ...language('french', ['французск*', 'франц'], ['фр']),
  ...language('spanish', ['испанск*', 'испан'], ['исп']),
  ...language('chinese', ['китайск*'], ['кит', 'китай']),
  {
    name: 'history',
    patterns: [
      'истори*',
      'ист',
      'истор',
      'всеобщ* истори*',
      'истори* росси*',
      'истори* росси* всеобщ* истори*',
      'всеобщ* истори* истори* росси*',
    ],
  },
  { name: 'society', patterns: ['обществозн*', 'обществоз', 'общество', 'общест', 'обществ', 'общ знан*', 'общ во'] },
  { name: 'economics', patterns: ['экономик*'] },
  { name: 'law', patterns: ['право', 'права', 'праву'] },
  {
    name: 'safety',
    patterns: ['обж', 'обзр', 'основ* безопасн*', 'основ* безопасн* жизнедеят*', 'основ* безопасн* и защит* родин*'],
  },
  {
    name: 'physical-education',
    patterns: [
      'физическ* культур*',
      'физ культур*',
      'физкультур*',
      'физ ра',
      'физра',
      'физ ре',
      'физре',
      'физ ру',
      'физ воспит*',
      'физвоспит*',
      'физ ка',
      'фк',
    ],
  },
  { name: 'art', patterns: ['изо', 'изобразит* искусств*', 'изобр искусств*', 'изобраз* иск*', 'рисован*'] },
  { name: 'music', patterns: ['музык*', 'муз'] },
  { name: 'technology', patterns: ['технолог*', 'техн', 'труд', 'труды', 'труду', 'труд технолог*'] },
  { name: 'drawing', patterns: ['черчен*'] },
  { name: 'world-culture', patterns: ['мхк', 'миров* художеств* культур*', 'миров* худ культур*'] },
  {
    name: 'ethics',
    patterns: [
      'орксэ',
      'однкнр',
      'основ* религ* культур* и светск* этик*',
      'основ* духовно нравств* культур* народ* росси*',
      'основ* духовно нравств* культур*',
    ],
  },
  { name: 'project', patterns: ['индивидуальн* проект*', 'инд проект*', 'проектн* деятельн*'] },
  { name: 'important-talks', patterns: ['разговор* о важном', 'разговор* о важн', 'ров'] },
  { name: 'horizons', patterns: ['росси* мои горизонт*', 'мои горизонт*'] },
  { name: 'class-hour', patterns: ['классн* час*', 'кл час*', 'клас час*'] },
];

/** Phrases that hold a subject's word and are none. */
export const notSubjects: readonly string[] = [
  'инф чат*',
  'информ чат*',
  'инф канал*',
  'мат помощ*',
  'мат капитал*',
  'права ребенк*',
  'права дет*',
  'права и обязанност*',
  'история класса',
  'общество родител*',
  'муз школ*',
  'русск* дом*',
];

/** @param short what is a language only beside «яз.»: «нем» alone is a pronoun */
function language(name: string, stems: readonly string[], short: readonly string[] = []): Subject[] {
  const foreign = ['иностр* язык*', 'иностр* яз', 'ин яз', 'ин язык*', 'иняз', 'втор* иностр* язык*'];
  const patterns = [...stems, ...short].flatMap((stem) => [
    `${stem} язык*`,
    `${stem} яз`,
    ...foreign.flatMap((words) => [`${words} ${stem}`, `${words} ${stem} язык*`, `${words} ${stem} яз`]),
  ]);
  return [{ name, broader: 'foreign-language', patterns: [...stems, ...patterns] }];
}
