import { compact } from '@/lib/diary/text';

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

/** Column heads by how they begin, in {@link compact} form; the first that fits is taken. */
const heads: readonly [RegExp, CellKind][] = [
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
];

/** Cells known by their class (2026-09, public theme and scraper). */
const classes = new Map<string, CellKind>([
  ['time', 'time'],
  ['lesson', 'discipline'],
  ['homework', 'homework'],
]);

/** What a column shows, by the text of its head. */
export function kindOfColumn(head: string): CellKind {
  // No head is as long as a homework.
  if (head.length > 60) return 'unknown';
  const text = compact(head);
  return heads.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** What a cell shows, by its own class. */
export function kindOfCell(cell: Element): CellKind | null {
  const names = cell.getAttribute('class');
  if (!names) return null;
  const single = classes.get(names);
  if (single || !names.includes(' ')) return single ?? null;
  return classes.get(names.split(' ').find((name) => classes.has(name)) ?? '') ?? null;
}
