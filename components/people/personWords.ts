import type { AccountView } from '@/lib/messages/section';
import type { EduProfile } from '@/lib/messenger/types';
import { words } from '@/lib/words';

/** «Мария Соколова». */
export function profileName({ firstName, lastName }: EduProfile): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

/** The role in the diary: what the diary says of the person, or the role's own word where it says nothing; empty: nothing is known. */
export function accountRole({ description, role }: AccountView): string {
  if (description || role === 'other') return description;
  return words(role === 'parent' ? 'roleParent' : 'rolePupil');
}
