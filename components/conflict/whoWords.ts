import type { ConflictView } from '@/lib/messages/conflict';
import { words } from '@/lib/words';

/** Who is signed in, for a sentence: «Пётр, ученик». */
export function whoWords({ present }: ConflictView): string {
  return [present.name, present.roles].filter(Boolean).join(', ') || words('conflictSomebody');
}
