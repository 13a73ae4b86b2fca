import * as z from 'zod/mini';
import type { DiaryAccount, DiaryRole, Pupil } from '@/lib/diary/types';
import { readRoles } from '@/lib/people/roleWords';
import { list, ordinal, plain, readFitting } from './fields';

const pupil = z.object({ id: z.number(), fullName: z.string(), school: z.string(), classYear: z.string() });

/** A diary account as it comes back from storage or in a message. */
export const accountSchema: z.ZodMiniType<DiaryAccount> = z.object({
  key: z.string(),
  origin: z.string(),
  id: z.number(),
  fullName: z.string(),
  role: z.enum(['pupil', 'parent', 'other']),
  description: z.string(),
  children: z.array(pupil),
  selectedPupil: z.nullable(pupil),
});

const child = z.object({ person_id: ordinal, fullname: plain, school: plain, classyear: plain });

/** `GetPersonData`: every field but the id may be null or missing. */
const person = z.object({
  auth_user_profile_id: ordinal,
  user_fullname: plain,
  user_desc: plain,
  children_persons: list,
  selected_pupil_id: ordinal,
  selected_pupil_name: plain,
  selected_pupil_school: plain,
  selected_pupil_classyear: plain,
});

function roleOf(description: string, children: Pupil[]): DiaryRole {
  if (children.length > 0) return 'parent';
  const roles = readRoles(description);
  if (roles.includes('parent')) return 'parent';
  return roles.includes('pupil') ? 'pupil' : 'other';
}

/**
 * Reads the answer of `GetPersonData`. `null` when it is not an answer of ЭШ, which is judged by
 * `auth_user_profile_id` alone.
 *
 * @param origin `https://host` of the diary
 */
export function readAccount(answer: unknown, origin: string): DiaryAccount | null {
  const read = person.safeParse(answer);
  const id = read.data?.auth_user_profile_id ?? null;
  if (!read.success || id === null) return null;
  const raw = read.data;
  const children = readFitting(raw.children_persons, child).flatMap(({ person_id, fullname, school, classyear }) =>
    person_id === null ? [] : { id: person_id, fullName: fullname, school, classYear: classyear },
  );
  const role = roleOf(raw.user_desc, children);
  const selected = raw.selected_pupil_id;
  const chosen = children.find((one) => one.id === selected);
  const selectedPupil =
    selected === null
      ? children.length === 1
        ? (children[0] ?? null)
        : null
      : {
          id: selected,
          // A pupil's own account names the pupil in full, `selected_pupil_name` leaves the patronymic out.
          fullName: chosen?.fullName || (role === 'pupil' && raw.user_fullname) || raw.selected_pupil_name,
          school: chosen?.school || raw.selected_pupil_school,
          classYear: chosen?.classYear || raw.selected_pupil_classyear,
        };
  return {
    key: `${origin}#${id}`,
    origin,
    id,
    fullName: raw.user_fullname,
    role,
    description: raw.user_desc,
    children,
    selectedPupil,
  };
}

/** The class of the pupil whose days are shown: on a pupil's own account it may stand in the description alone, «Ученик 8 Б класса». */
export function classOf({ selectedPupil, role, description }: DiaryAccount): string {
  const described = role === 'pupil' ? /\d+\s*\S{0,10}\s*класс/i.exec(description)?.[0] : '';
  return selectedPupil?.classYear || described || '';
}

/** What tells one pupil's diary, seen from one account, from another; opaque to a page. */
export function viewOf(account: DiaryAccount): string {
  return `${account.key}/${account.selectedPupil?.id ?? ''}`;
}
