import * as z from 'zod/mini';
import type { Lesson } from '@/lib/diary/types';
import { accept } from './message';

/** A link that a teacher put at a lesson, proven to open a call. */
export interface LessonLinkView {
  lessonId: string;
  address: string;
  /** Of the material, else of the service. */
  name: string;
  /** It opens for whoever is signed in to Сферум. Who is signed in to other services does not matter here. */
  isOfVk: boolean;
}

/** A call found for a lesson without a link of its own. `id` is opaque: nothing of VK stands in the page. */
export interface LessonCall {
  lessonId: string;
  id: string;
  live: boolean;
}

const wallMinutes = z.nullable(z.int());

const lesson: z.ZodMiniType<Lesson> = z.object({
  id: z.string(),
  date: z.string(),
  index: z.nullable(z.number()),
  discipline: z.string(),
  begin: wallMinutes,
  end: wallMinutes,
  teacher: z.string(),
  office: z.string(),
  type: z.string(),
  theme: z.string(),
  homework: z.string(),
  comment: z.string(),
  remarks: z.string(),
  mark: z.string(),
  attendance: z.string(),
  materials: z.array(z.object({ name: z.string(), address: z.string() })),
  individualHomework: z.array(z.object({ text: z.string(), name: z.string(), address: z.string() })),
});

export const lessonMessages = {
  /** Links that stand at lessons themselves. Recognising them is no work for the page's thread. */
  'lessons.links': accept(['diary'], z.object({ lessons: z.array(lesson) })).answering<LessonLinkView[]>(),
  /** Calls for lessons that have no link of their own. */
  'lessons.match': accept(['diary'], z.object({ lessons: z.array(lesson) })).answering<LessonCall[]>(),
};
