import type { EduRole } from '@/lib/messenger/types';

/**
 * How the words for a role begin, in the order in which they decide: «законный представитель обучающегося» is a parent,
 * «учитель» of pupils a teacher. VK and the diary give free text; these are the words of the manuals and their usual
 * relatives.
 */
const stems: readonly (readonly [EduRole, readonly string[]])[] = [
  [
    'parent',
    [
      'родител',
      'законн',
      'опекун',
      'попечител',
      'усыновител',
      'удочерител',
      'бабушк',
      'бабул',
      'прабабушк',
      'дедушк',
      'прадедушк',
      'мачех',
      'отчим',
      'тетуш',
      'дядюш',
      'крестн',
      'родственни',
    ],
  ],
  [
    'teacher',
    [
      'учител',
      'педагог',
      'преподавател',
      'воспитател',
      'руководител',
      'администра',
      'директор',
      'завуч',
      'методист',
      'психолог',
      'логопед',
      'тьютор',
      'сотрудник',
      'работник',
    ],
  ],
  // «Представитель администрации» is none of a pupil's, «представитель обучающегося» is.
  ['parent', ['представител']],
  [
    'pupil',
    [
      'ученик',
      'учениц',
      'учащ',
      'обучающ',
      'школьник',
      'школьниц',
      'воспитанник',
      'воспитанниц',
      'студент',
      'гимназист',
      'лицеист',
      'кадет',
      'ребен',
      'опекаем',
      'подопечн',
      'внучк',
      'внучек',
      'племянни',
    ],
  ],
];

/** Words that are too short to be recognised by their beginning. A brother or sister may be either: they are nobody's word. */
const whole: ReadonlyMap<string, EduRole> = new Map([
  ['мама', 'parent'],
  ['мать', 'parent'],
  ['папа', 'parent'],
  ['отец', 'parent'],
  ['бабка', 'parent'],
  ['дед', 'parent'],
  ['тетя', 'parent'],
  ['тетка', 'parent'],
  ['дядя', 'parent'],
  ['дядька', 'parent'],
  ['сын', 'pupil'],
  ['дочь', 'pupil'],
  ['дочка', 'pupil'],
  ['внук', 'pupil'],
]);

/**
 * Reads who somebody is from the words for it: VK's `main_roles` («Учитель, родитель») and the diary's `user_desc`
 * («Учащийся 8 Б класса»). Each part between commas is one role, `unknown` where its words
 * say nothing to us. Each role is given once, in the order of the text; an empty text has no roles.
 */
export function readRoles(text: string): EduRole[] {
  const parts = text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').split(/[,;]/);
  return [...new Set(parts.filter((part) => part.trim() !== '').map(readRole))];
}

function readRole(part: string): EduRole {
  const words = part.match(/\p{L}+/gu) ?? [];
  for (const [role, beginnings] of stems) {
    const meant = words.some(
      (word) => whole.get(word) === role || beginnings.some((beginning) => word.startsWith(beginning)),
    );
    if (meant) return role;
  }
  return 'unknown';
}
