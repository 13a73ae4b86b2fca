import * as z from 'zod/mini';
import { accountSchema } from '@/lib/diary/answers/account';
import { defineItem } from '@/lib/storage/item';
import { recordOf } from '@/lib/storage/recordOf';
import type { Linking, LinkingStep } from './steps';

/**
 * Of a step only what is needed to go on is kept: no profile read from VK (it is read again), no token, no verifier.
 * A choice, a confirmation and a conflict therefore resume at the check of who is signed in.
 */
const step = z.discriminatedUnion('name', [
  z.object({ name: z.literal('checking'), next: z.enum(['vkid', 'profiles']), since: z.number() }),
  z.object({ name: z.literal('vkid'), owner: z.string() }),
  z.object({ name: z.literal('interrupted') }),
  z.object({
    name: z.literal('waiting'),
    purpose: z.enum(['signIn', 'creation', 'answer']),
    since: z.number(),
    windowClosed: z.boolean(),
    timedOut: z.boolean(),
    problem: z.null(),
  }),
  z.object({ name: z.literal('confirmed'), profileId: z.number(), since: z.number() }),
]);

export type KeptStep = z.infer<typeof step>;
export type KeptLinking = Omit<Linking, 'step'> & { step: KeptStep };

const keptSchema: z.ZodMiniType<KeptLinking> = z.object({
  account: accountSchema,
  startedAt: z.number(),
  step,
  vkid: z.enum(['ahead', 'done', 'failed', 'leftOut']),
  samePersonProfileId: z.nullable(z.number()),
});

/** Linkings under way, by the key of the diary account. */
export const keptLinkings = defineItem<Record<string, KeptLinking>>({
  area: 'disk',
  key: 'linkings',
  schema: recordOf(keptSchema),
  fallback: {},
});

/** What of a linking is kept on disk; `null`: nothing is under way that would be worth resuming. */
export function toKept(linking: Linking | null): KeptLinking | null {
  if (!linking) return null;
  const kept = keptStep(linking);
  return kept && { ...linking, step: kept };
}

function keptStep({ step, startedAt, vkid }: Linking): KeptStep | null {
  switch (step.name) {
    case 'start':
      return step.conflict && { name: 'checking', next: vkid === 'ahead' ? 'vkid' : 'profiles', since: step.since };
    case 'choice':
    case 'confirmation':
      // No window opens by itself when these are taken up again: the clicks were too long ago.
      return { name: 'checking', next: 'profiles', since: startedAt };
    case 'waiting':
      return { ...step, problem: null };
    default:
      return step satisfies LinkingStep;
  }
}
