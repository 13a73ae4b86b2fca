import { lessonLinks } from '@/lib/calls/lessonLinks';
import type { Lesson } from '@/lib/diary/types';
import type { LessonLinkView } from '@/lib/messages/lessons';
import { words } from '@/lib/words';

/** The links of a lesson itself, as its button needs them: each with a name, that of its service where it has none. */
export function linksOf(lesson: Lesson): LessonLinkView[] {
  return lessonLinks(lesson).map(({ address, name, service }) => ({
    lessonId: lesson.id,
    address,
    name: name || words(service === 'vk' ? 'menuLinked' : `service_${service}`),
    isOfVk: service === 'vk',
  }));
}
