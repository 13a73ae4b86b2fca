import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { DiaryAccount, Lesson } from '@/lib/diary/types';
import { formatMinutes } from '@/lib/time';

/** An answer of the diary's server as a page hands it over. */
export function sent(json: unknown, status = 200): DiaryAnswer {
  return { status, redirected: false, contentType: 'application/json', text: JSON.stringify(json) };
}

/** What `GetPersonData` answers for an account. */
export function sentAccount(account: DiaryAccount): DiaryAnswer {
  const { selectedPupil } = account;
  return sent({
    auth_user_profile_id: account.id,
    user_fullname: account.fullName,
    user_desc: account.description,
    children_persons: account.children.map(({ id, fullName, school, classYear }) => ({
      person_id: id,
      fullname: fullName,
      school,
      classyear: classYear,
    })),
    selected_pupil_id: selectedPupil?.id ?? null,
    selected_pupil_name: selectedPupil?.fullName ?? null,
    selected_pupil_school: selectedPupil?.school ?? null,
    selected_pupil_classyear: selectedPupil?.classYear ?? null,
  });
}

/** What `GetDiary` answers for lessons. */
export function sentLessons(lessons: readonly Lesson[]): DiaryAnswer {
  const time = (minutes: number | null) => (minutes === null ? null : formatMinutes(minutes));
  const days = Map.groupBy(lessons, ({ date }) => date);
  return sent({
    days: [...days].map(([date, all]) => ({
      date,
      lessons: all.map((lesson) => ({
        index: lesson.index,
        discipline: lesson.discipline,
        time_begin: time(lesson.begin),
        time_end: time(lesson.end),
        teacher: lesson.teacher,
        office: lesson.office,
        schedulelessontype: lesson.type,
        theme: lesson.theme.source,
        homework: lesson.homework.source,
        comment: lesson.comment.source,
        remarks: lesson.remarks.source,
        mark: lesson.mark,
        attendance: lesson.attendance,
        materials: lesson.materials.map(({ name, address }) => ({ name, url: address })),
      })),
    })),
  });
}
