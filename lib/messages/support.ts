import * as z from 'zod/mini';
import type { LessonReason } from '@/lib/support/lessonReasons';
import type { SupportReport } from '@/lib/support/report';
import { accept } from './message';

/** Why lessons of an open diary have no button: of the page as a whole, or of some lessons. */
export type PageReason =
  | 'notPermitted'
  | 'closed'
  | 'signedOut'
  | 'noAnswer'
  | 'noContent'
  | 'noDays'
  | 'folded'
  | 'rowsDisagree'
  | 'notPlaced'
  | LessonReason;

/** What stands in the way on one open page of a diary; nothing of its lessons but how many they are. */
export interface PageReasonsView {
  region: string;
  /** Lessons that the page shows, and those that have a button or say since when they will. */
  lessons: number;
  withButton: number;
  /** The likeliest first; `count`: at how many lessons, 0 where the page as a whole is concerned. */
  reasons: { reason: PageReason; count: number }[];
}

/** A sample of an open page of a diary; else why there is none. */
export type SampleView = { sample: string; isCut: boolean } | { missing: 'noPage' | 'closed' };

export const supportMessages = {
  /** What the extension knows of itself and of the open diaries, nothing personal. */
  'support.report': accept(['page'], z.object({})).answering<SupportReport | null>(),
  /** The diary looked at last, in shapes. */
  'support.sample': accept(['page'], z.object({})).answering<SampleView>(),
  /** Why there is no «Подключиться», of each open diary. */
  'support.reasons': accept(['page'], z.object({})).answering<PageReasonsView[]>(),
};
