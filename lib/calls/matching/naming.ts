import { broaderSubject, namedSubjects, namesDiscipline } from '@/lib/calls/names/namedSubjects';

/** What a name says of a lesson's subject. `another` may name the lesson's own as well. */
export type Naming = 'this' | 'broader' | 'another' | 'none';

/**
 * What the names of a call say of a discipline: the first that names any subject is believed.
 *
 * @param names the call's own name, then its chat's
 * @returns `null` where they say nothing of the discipline
 */
export function namingOf(names: readonly string[], discipline: string): { name: string; naming: Naming } | null {
  const own = namedSubjects(discipline);
  for (const name of names) {
    const named = namedSubjects(name);
    const naming = compare(name, named, discipline, own);
    if (naming === 'none') continue;
    const isShared = own.size ? [...named].some((one) => own.has(one)) : namesDiscipline(name, discipline);
    return naming === 'another' && !isShared ? null : { name, naming };
  }
  return null;
}

function compare(name: string, named: ReadonlySet<string>, discipline: string, own: ReadonlySet<string>): Naming {
  if (!own.size) {
    if (named.size) return 'another';
    return namesDiscipline(name, discipline) ? 'this' : 'none';
  }
  if (!named.size) return 'none';
  if ([...named].every((subject) => own.has(subject))) return 'this';
  return [...named].every((subject) => own.has(subject) || isBroader(subject, own)) ? 'broader' : 'another';
}

function isBroader(subject: string, own: ReadonlySet<string>): boolean {
  return own.has(broaderSubject(subject) ?? '') || [...own].some((one) => broaderSubject(one) === subject);
}
