import type { ConflictReason } from '@/lib/conflict/types';

export interface ConflictView {
  reason: ConflictReason;
  /** Who is signed in now: a first name and a role in words. */
  present: { name: string; roles: string };
  /** Who should be. */
  wanted: string;
}
