import { compact } from '@/lib/diary/text';
import type { Lesson, LessonProof, LessonText } from '@/lib/diary/types';

/** What a row must show to be believed to be this lesson's. */
export function proofOf(lesson: Lesson): LessonProof {
  const { id, date, index, begin, end, teacher, materials, individualHomework, said } = lesson;
  const plain = (text: string) => [compact(text)];
  // A page that renders no markup shows it as it was sent.
  const written = ({ text, source }: LessonText) => [...new Set([compact(text), compact(source)])];
  return {
    id,
    date,
    index,
    begin,
    end,
    fields: {
      discipline: plain(lesson.discipline),
      teacher: plain(teacher),
      office: plain(lesson.office),
      type: plain(lesson.type),
      theme: written(lesson.theme),
      homework: written(lesson.homework),
      comment: written(lesson.comment),
      remarks: written(lesson.remarks),
      mark: plain(lesson.mark),
      attendance: plain(lesson.attendance),
    },
    teacher,
    others: [
      ...materials.map(({ name }) => compact(name)),
      ...individualHomework.flatMap(({ text, name }) => [...written(text), compact(name)]),
      ...said.map(compact),
    ].filter(Boolean),
  };
}
