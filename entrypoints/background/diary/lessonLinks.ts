import { lessonLinks } from '@/lib/calls/lessonLinks';
import type { Lesson } from '@/lib/diary/types';
import type { LessonLinkView } from '@/lib/messages/lessons';
import { words } from '@/lib/words';

/**
 * The links of a lesson itself, as its button needs them: each with a name, that of its service where it has none, and with its
 * place in the lesson where there are several.
 */
export function linksOf(lesson: Lesson): LessonLinkView[] {
  const links = lessonLinks(lesson);
  return links.map(({ address, name, service, place }) => {
    const label = name || words(service === 'vk' ? 'menuLinked' : `service_${service}`);
    return {
      lessonId: lesson.id,
      address,
      name: links.length > 1 ? `${label}, ${words(`linkFrom_${place}`)}` : label,
      isOfVk: service === 'vk',
    };
  });
}
