/** Which lesson a page of the extension is about. Numbers alone: browsers keep addresses, and no title may be among what they keep. */
export interface LessonPagePlace {
  /** The diary's tab. */
  tabId: number;
  /** When it begins, unix milliseconds; `null`: not known, it is of this week. */
  start: number | null;
  /** Its number among the lessons of its week, from 0. */
  index: number;
}

/** The page's address inside the extension. */
export function lessonPageAddress({ tabId, start, index }: LessonPagePlace): string {
  return `/lesson.html#${[tabId, start ?? '', index].join('/')}`;
}

/** Reads what `lessonPageAddress` wrote behind the address; `null` where that is something else. */
export function readLessonPage(hash: string): LessonPagePlace | null {
  const [, tabId, start, index] = /^#(\d{1,15})\/(\d{0,15})\/(\d{1,5})$/.exec(hash) ?? [];
  if (!tabId || !index) return null;
  return { tabId: Number(tabId), start: start ? Number(start) : null, index: Number(index) };
}
