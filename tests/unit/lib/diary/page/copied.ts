import { copyPage } from '@/lib/diary/page/pageCopy';
import { readCopy, type ShownElement } from '@/lib/diary/page/shownElement';

/** An element as the background gets it. */
export function copied(element: Element): ShownElement {
  const copy = copyPage(element);
  const read = readCopy(copy.text);
  if (read?.count !== copy.inside.length + 1) throw new Error('not read');
  return read.root;
}
