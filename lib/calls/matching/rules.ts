/** What must hold between a lesson and a call, as data. */

import { includesClass, namedGroups, type OwnClass } from '@/lib/calls/names/classes';
import { wordsOf } from '@/lib/calls/names/namedSubjects';
import { isCalledByTeacher } from '@/lib/calls/names/teachers';
import type { Interval } from '@/lib/time';
import type { Candidate } from './candidates';
import type { Naming } from './naming';
import type { MatchableLesson } from './types';

/** One lesson and one call. */
export interface Pairing {
  lesson: MatchableLesson;
  when: Interval;
  call: Candidate;
  /** The name that names the subject. */
  name: string;
  naming: Naming;
  pupil: PupilOfAccount;
  /** When the call is held around the lesson; `null`: not then. */
  held: Interval | null;
}

/** What the account tells of whose lessons these are. */
export interface PupilOfAccount {
  /** Whether the diary gives a class at all. */
  hasClass: boolean;
  ownClass: OwnClass | null;
  /** The account has other children, too: a call may be theirs. */
  hasSiblings: boolean;
}

/** A condition that a lesson and a call must meet. */
export interface MatchRule {
  name: string;
  why: string;
  holds(pairing: Pairing): boolean;
}

/** Words that make a call something else than the lesson of the subject. */
const otherOccasion =
  /^(?:родител.*|собран.*|консультац.*|пересдач.*|олимпиад.*|круж.*|факультатив.*|электив.*|внеуроч.*|репетитор.*|огэ|егэ|впр|педсовет.*|совещан.*|шмо|метод.*|учител.*|допы?|дополнительн.*|подготовк.*|отмен.*|перенос.*|перенес.*|замен.*)$/;

/** All must hold, in this order; the first that does not is the reason. */
export const matchRules: readonly MatchRule[] = [
  {
    name: 'can be opened',
    why: 'A button that opens nothing is worse than none: the address must be in the table of services.',
    holds: ({ call }) => call.callKey !== null,
  },
  {
    name: 'names no other subject',
    why: '«Физика вместо алгебры» and «Алгебра, геометрия» cannot be told to be this lesson.',
    holds: ({ naming }) => naming !== 'another',
  },
  {
    name: 'broader name needs the teacher',
    why: '«Математика» for «Алгебра» or «Иностранный язык» for «Немецкий» is this lesson only when its teacher calls: another group may have the same hour.',
    holds: (pairing) => pairing.naming === 'this' || teacherTells(pairing),
  },
  {
    name: 'is a lesson',
    why: 'A parents’ meeting, a consultation or an examination’s preparation in the same subject is another occasion, unless the diary calls the lesson so.',
    holds: ({ name, lesson }) => {
      const lessonWords = wordsOf(lesson.discipline);
      return wordsOf(name).every(
        (word) => !otherOccasion.test(word) || lessonWords.some((own) => own.slice(0, 5) === word.slice(0, 5)),
      );
    },
  },
  {
    name: 'is for this class',
    why: 'A parent may see the calls of several children, a teacher’s child those of several classes: «9 А» is not 8 Б.',
    holds: ({ call, pupil }) => !pupil.hasClass || includesClass(call.classes, pupil.ownClass) !== false,
  },
  {
    name: 'is for this child',
    why: 'Of several children two may have the subject at the same hour: the class or the teacher must tell whose call it is.',
    holds: (pairing) => {
      const { call, pupil } = pairing;
      if (!pupil.hasSiblings || teacherTells(pairing)) return true;
      return pupil.hasClass && includesClass(call.classes, pupil.ownClass) === true;
    },
  },
  {
    name: 'is for this group',
    why: 'Groups of one class have the same subject at the same hour. Where the diary does not say the pupil’s group, a call for one group is taken unless another person than the lesson’s teacher calls.',
    holds: ({ call, lesson }) => {
      const own = namedGroups(lesson.discipline);
      return call.groups.every((groups) => {
        if (!groups.size) return true;
        if (own.size) return [...groups].some((group) => own.has(group));
        return isCalledByTeacher(lesson.teacher, call.caller) !== false;
      });
    },
  },
  {
    name: 'is held during the lesson',
    why: 'A scheduled call must overlap the lesson; a live one belongs to the lesson that is on now, or begins within ten minutes when none is on.',
    holds: ({ held }) => held !== null,
  },
];

function teacherTells({ lesson, call }: Pairing): boolean {
  return isCalledByTeacher(lesson.teacher, call.caller) === true;
}
