import { openingTime } from '@/lib/calls/joinTime';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import type { Lesson } from '@/lib/diary/types';
import type { LessonLinkView, ReadyLesson } from '@/lib/messages/lessons';
import { formatTime, lessonInterval } from '@/lib/time';
import { words } from '@/lib/words';

/**
 * The links of a lesson itself, as its button needs them: each with a name, that of its service where it has none, and with its
 * place in the lesson where there are several, all different.
 */
function linksOf(lesson: Lesson): LessonLinkView[] {
  const links = lessonLinks(lesson);
  const names = links.map(({ name, service, place }) => {
    const label = name || words(service === 'vk' ? 'menuLinked' : `service_${service}`);
    return links.length > 1 ? `${label}, ${words(`linkFrom_${place}`)}` : label;
  });
  return links.map(({ address, service }, at) => {
    const name = names[at] ?? '';
    const isTwin = names.indexOf(name) !== names.lastIndexOf(name);
    return { address, name: isTwin ? `${name} ${at + 1}` : name, isOfVk: service === 'vk' };
  });
}

/**
 * A lesson ready to be placed.
 *
 * @param timeZone the diary's zone; `null` where it is only assumed: then nothing may depend on time
 */
export function readyLesson(lesson: Lesson, timeZone: string | null): ReadyLesson {
  const interval = timeZone === null ? null : lessonInterval(lesson, timeZone);
  return {
    id: lesson.id,
    name: lesson.discipline,
    interval,
    opensAt: interval && timeZone ? formatTime(interval.start - openingTime, timeZone) : '',
    links: linksOf(lesson),
    call: null,
  };
}
