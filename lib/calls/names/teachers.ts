import { wordsOf } from './namedSubjects';

/**
 * Whether the diary's teacher, «Белова Елена Александровна» or «Белова Е. А.», is who calls, by a display name such as «Елена
 * Белова».
 *
 * @param teachers one or several, as the diary writes them
 * @returns `null` when one of them is not known
 */
export function isCalledByTeacher(teachers: string, caller: string): boolean | null {
  const callerWords = wordsOf(caller);
  if (!callerWords.length || !wordsOf(teachers).length) return null;
  return teachers.split(/[,;/\n]/).some((teacher) => {
    const [surname, given] = wordsOf(teacher);
    if (!surname || surname.length < 3 || !callerWords.includes(surname)) return false;
    return !given || callerWords.some((word) => word !== surname && word[0] === given[0]);
  });
}
