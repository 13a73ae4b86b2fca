import { isTranslated } from '@/lib/diary/page/fieldAgreement';
import type { RowVerdict } from '@/lib/diary/recognition/rowVerdicts';
import type { Lesson, LessonProof } from '@/lib/diary/types';
import type { PageReason, PageReasonsView } from '@/lib/messages/support';
import type { KnownCalls, LessonReason } from '@/lib/support/lessonReasons';
import { reasonOf } from '@/lib/support/lessonReasons';
import type { PageReading } from './pageReading';

/**
 * Why lessons of an open page have no button. What concerns the whole page stands alone: until that is mended nothing can be said
 * of single lessons.
 *
 * @param now unix milliseconds on the corrected clock
 */
export function reasonsOf(reading: PageReading, calls: KnownCalls, now: number): PageReasonsView {
  const { diary, verdicts } = reading;
  const whole = reasonOfPage(reading);
  const lessons = verdicts.length;
  if (whole) return { region: diary.region, lessons, withButton: 0, reasons: [{ reason: whole, count: 0 }] };
  const each = verdicts.map((verdict) => reasonOfRow(verdict, reading.lessons, calls, diary.timeZone, now));
  const withButton = each.filter((reason) => reason === null).length;
  const reasons = counted(each);
  // They are known, and stand nowhere: the page is older than what is known.
  if (withButton > 0 && reading.parts?.ours.lessons === 0) reasons.unshift({ reason: 'notPlaced', count: 0 });
  if (diary.timeZone === null && !reasons.some(({ reason }) => reason === 'zoneAssumed'))
    reasons.push({ reason: 'zoneAssumed', count: 0 });
  return { region: diary.region, lessons, withButton, reasons };
}

function reasonOfPage({ isPermitted, parts, person, shown, days, verdicts }: PageReading): PageReason | null {
  if (!isPermitted) return 'notPermitted';
  if (!parts) return 'closed';
  if (!person.ok) return person.problem.kind === 'signedOut' ? 'signedOut' : 'noAnswer';
  if (!parts.content || !shown) return 'noContent';
  if (shown.rows.length === 0) return shown.heads.length > 0 ? 'folded' : 'noDays';
  if (!days) return shown.days ? 'noAnswer' : 'noDays';
  if (!days.ok) return days.problem.kind === 'signedOut' ? 'signedOut' : 'noAnswer';
  return verdicts.every(({ lesson }) => lesson === null) ? 'rowsDisagree' : null;
}

function reasonOfRow(
  { row, lesson: proof }: RowVerdict<LessonProof>,
  lessons: ReadonlyMap<string, Lesson>,
  calls: KnownCalls,
  timeZone: string | null,
  now: number,
): LessonReason | null {
  const lesson = proof && lessons.get(proof.id);
  if (row.vendorButton) return 'vendorButton';
  if (!lesson) return row.cells.some(isTranslated) ? 'translated' : 'rowDiffers';
  return reasonOf(lesson, calls, timeZone, now);
}

function counted(each: readonly (LessonReason | null)[]): { reason: PageReason; count: number }[] {
  const counts = new Map<LessonReason, number>();
  for (const reason of each) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    [...counts]
      .map(([reason, count]) => ({ reason, count }))
      // That a lesson is over needs least to be said.
      .sort((one, other) => Number(one.reason === 'over') - Number(other.reason === 'over') || other.count - one.count)
  );
}
