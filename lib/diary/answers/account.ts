import * as z from 'zod/mini';
import type { DiaryAccount } from '@/lib/diary/types';

const pupil = z.object({ id: z.number(), fullName: z.string(), school: z.string(), classYear: z.string() });

/** A diary account as it comes back from storage or in a message. */
export const accountSchema: z.ZodMiniType<DiaryAccount> = z.object({
  key: z.string(),
  origin: z.string(),
  id: z.number(),
  fullName: z.string(),
  role: z.enum(['pupil', 'parent', 'other']),
  description: z.string(),
  children: z.array(pupil),
  selectedPupil: z.nullable(pupil),
});
