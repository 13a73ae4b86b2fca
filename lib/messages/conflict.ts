import type { ConflictReason } from '@/lib/conflict/types';

export interface ConflictView {
  reason: ConflictReason;
  /** Who is signed in now: a first name and a role in words. */
  present: { name: string; roles: string };
  /** Who should be. */
  wanted: string;
  /**
   * Whose diary the profile is linked to already, where that is the conflict: a given name, and the region or the address of that
   * diary.
   */
  linkedDiary?: { name: string; place: string } | undefined;
}
