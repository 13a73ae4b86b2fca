import { copyPage } from '@/lib/diary/page/pageCopy';
import { readCopy, type ShownElement } from '@/lib/diary/page/shownElement';

/** An element as the background gets it. */
export function copied(element: Element, isOld: (inside: Element) => boolean = () => false): ShownElement {
  const read = readCopy(copyPage(element, isOld).text);
  if (!read) throw new Error('not read');
  return read;
}
