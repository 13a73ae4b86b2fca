import { proofOf } from '@/lib/diary/answers/proof';
import { readDays } from '@/lib/diary/answers/reading';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import type { Markup } from '@/lib/diary/page/markup';
import { copyPage } from '@/lib/diary/page/pageCopy';
import { findContent, findMenus, textBeside } from '@/lib/diary/page/places';
import { readShownDays, readShownView, type ShownDays } from '@/lib/diary/page/shownDays';
import { readCopy, type ShownElement } from '@/lib/diary/page/shownElement';
import type { ShownView } from '@/lib/diary/page/shownLessons';
import { findParts, type PageParts } from '@/lib/diary/recognition/pageParts';
import { judgeRows, type RowVerdict } from '@/lib/diary/recognition/rowVerdicts';
import type { LessonProof, Schedule } from '@/lib/diary/types';
import type { Result } from '@/lib/result';
import type { SavedPage } from './savedPage.ts';

/** What the product's own readers find in a saved page. */
export interface Recognised {
  parts: PageParts;
  menu: Element | null;
  content: Element | null;
  /** Of the content; of the whole page where that is not found, to see where lessons would be. */
  shown: ShownElement;
  view: ShownView;
  days: ShownDays | null;
  /** `null`: no answer was saved. */
  schedule: Result<Schedule> | null;
  verdicts: RowVerdict<LessonProof>[];
}

export function recognise({ document, today, hash, answers }: SavedPage, markup: Markup): Recognised {
  const content = findContent(document, markup);
  const shown = readCopy(copyPage(content ?? document.body).text)?.root;
  if (!shown) throw new Error('The page cannot be copied');
  const view = readShownView(shown, content ? textBeside(content) : '', today, markup);
  const { schedule: ofSchedule, diary, homework } = answers;
  const schedule = diary || ofSchedule ? readDays({ schedule: ofSchedule, diary, homework }) : null;
  const told = schedule?.ok ? schedule.value.days : [];
  const proofs = told.flatMap((day) => day.lessons).map(proofOf);
  return {
    parts: findParts(document, markup),
    menu: findMenus(document, markup)[0] ?? null,
    content,
    shown,
    view,
    days: readShownDays(view, hash, today, markup),
    schedule,
    verdicts: judgeRows(view.rows, { dates: told.map(({ date }) => date), lessons: proofs }, today, markup),
  };
}

/** How much is found, as a test of the page's markup holds it. */
export function countsOf(
  { parts, content, view, verdicts, schedule }: Recognised,
  document: ParentNode,
  markup: Markup,
) {
  const count = (selectors: readonly string[]) => document.querySelectorAll(selectors[0] ?? '').length;
  return {
    menus: count(markup.menus),
    items: parts.menuItems,
    contents: content ? count(markup.contents) : 0,
    contentParents: count(markup.contentParents),
    heads: view.heads.length,
    rows: view.rows.length,
    knownCells: cellsOf(view.rows).filter(({ kind }) => kind !== 'unknown').length,
    sections: parts.sections.length,
    ...(schedule ? { matched: verdicts.filter(({ lesson }) => lesson).length } : {}),
  };
}

export function cellsOf(rows: readonly ShownRow[]): ShownRow['cells'] {
  return rows.flatMap(({ cells }) => cells);
}
