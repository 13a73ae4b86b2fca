import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { DiaryAccount } from '@/lib/diary/types';
import type { Link } from '@/lib/linking/types';
import { childName } from '@/lib/today/childName';
import type { Agenda, AgendaRow } from '@/lib/today/types';
import type { Occasion } from './types';

/** Whose agenda it is. */
export interface AgendaOwner {
  account: DiaryAccount;
  /** Zone of the diary's wall clock. */
  timeZone: string;
  link: Pick<Link, 'profileId'> | null;
}

/**
 * What an agenda has to be reminded of: whatever has its time. While the school's zone is only assumed no lesson has one.
 *
 * @param now unix milliseconds on the corrected clock
 */
export async function occasionsOf(
  { account, timeZone, link }: AgendaOwner,
  agenda: Agenda,
  now: number,
): Promise<Occasion[]> {
  const rows = [...agenda.today, ...(agenda.next?.rows ?? [])];
  const occasions = await Promise.all(
    rows.map(async (row) => {
      const { start, end, isLesson, name, age, links } = row;
      if (start === null || end === null || links.length === 0) return [];
      const calls = links.map(({ address }) => recognizeJoinLink(address)?.callKey ?? address);
      return [
        {
          marks: await Promise.all([digestOf(`${account.key} ${row.key}`), ...[...new Set(calls)].map(markOfCall)]),
          start,
          end,
          isLesson,
          subject: isLesson ? name : '',
          child: childOf(row, account),
          readAt: age === null ? null : now - age,
          origin: account.origin,
          timeZone,
          links,
          profileId: links.every(({ source }) => source.kind === 'call') ? (link?.profileId ?? null) : null,
        },
      ];
    }),
  );
  return occasions.flat();
}

/** What a call is remembered by: its address cannot be found out from that. */
export function markOfCall(callKey: string): Promise<string> {
  return digestOf(`call ${callKey}`);
}

/** A parent may want to be told the name of an only child, too. */
function childOf({ isLesson, pupil }: AgendaRow, { role, children, selectedPupil }: DiaryAccount): string {
  if (!isLesson) return '';
  return childName(pupil || (role === 'parent' ? (selectedPupil?.fullName ?? '') : ''), children);
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest).subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
