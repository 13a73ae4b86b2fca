import { browser } from 'wxt/browser';
import type { DiaryQuestions } from './diary';
import type { InvitationQuestions } from './invitation';
import type { LessonQuestions } from './lessons';
import type { SiteQuestions } from './pageLinks';
import type { SectionQuestions } from './section';
import type { VendorQuestions } from './vendor';

/** What the background asks the content script of a diary. */
export type QuestionsToDiary = DiaryQuestions & LessonQuestions & SectionQuestions & VendorQuestions;

type Questions = QuestionsToDiary & InvitationQuestions & SiteQuestions;

/**
 * Asks the content script in the top frame of a tab; `null` when it does not answer (the page is leaving, or was never ours).
 *
 * @param frames `{}`: in all its frames, of which one answers
 */
export async function askTab<Name extends keyof Questions>(
  tabId: number,
  name: Name,
  payload: Questions[Name]['payload'],
  frames: { frameId?: number } = { frameId: 0 },
): Promise<Questions[Name]['answer'] | null> {
  try {
    return (await browser.tabs.sendMessage(tabId, { name, payload }, frames)) ?? null;
  } catch {
    return null;
  }
}
