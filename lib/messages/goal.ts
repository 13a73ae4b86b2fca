import * as z from 'zod/mini';
import { readSferumAddress } from '@/lib/conflict/invitation';
import type { Goal } from '@/lib/conflict/ways';

const longestAddress = 2000;

/** A goal as pages name it. An address is one of Сферум's or none: nothing else is opened in this way. */
export const goalSchema: z.ZodMiniType<Goal> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('address'),
    address: z.string().check(
      z.maxLength(longestAddress),
      z.refine((address) => readSferumAddress(address) !== null),
    ),
  }),
  z.object({ kind: z.literal('diary') }),
  z.object({ kind: z.literal('messenger') }),
  z.object({ kind: z.literal('chat'), peerId: z.int() }),
  z.object({ kind: z.literal('call'), id: z.string() }),
]);
