/** Which lesson a page of the extension is about: told behind its address by numbers alone, since browsers keep addresses. */
export interface LessonPagePlace {
  /** The diary's tab. */
  tabId: number;
  id: string;
  /** When it begins, unix milliseconds; `null`: not known, it is of this week. */
  start: number | null;
}

/** The page's address inside the extension. */
export function lessonPageAddress({ tabId, id, start }: LessonPagePlace): string {
  return `/lesson.html#${[tabId, start ?? '', encodeURIComponent(id)].join('/')}`;
}

/** Reads what `lessonPageAddress` wrote behind the address; `null` where that is something else. */
export function readLessonPage(hash: string): LessonPagePlace | null {
  const [, tabId, start, id] = /^#(\d{1,15})\/(\d{0,15})\/(.+)$/.exec(hash) ?? [];
  if (!tabId || !id) return null;
  try {
    return { tabId: Number(tabId), start: start ? Number(start) : null, id: decodeURIComponent(id) };
  } catch {
    return null;
  }
}
