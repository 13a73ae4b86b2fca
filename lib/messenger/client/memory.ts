import * as z from 'zod/mini';
import '@/lib/messenger/answers/read';

/**
 * What the API client learned and should not have to learn again when the browser stops and starts the background:
 * plain data for session storage, with nothing personal but profile ids.
 */
export interface ApiMemory {
  /** The host that answered last, `null` for the first of the list. */
  host: string | null;
  /** Whether calls go by GET, because a POST was refused where a GET was answered. */
  byGet: boolean;
  /** Pauses by `<profile id> <method or *>`: end in unix milliseconds and how many in a row. */
  pauses: Record<string, { until: number; step: number }>;
  /** Methods the server refused, by `<profile id> <method>`: when to try again, unix milliseconds. */
  refused: Record<string, number>;
}

const schema = z.object({
  host: z.nullable(z.string()),
  byGet: z.boolean(),
  pauses: z.record(z.string(), z.object({ until: z.number(), step: z.int().check(z.nonnegative()) })),
  refused: z.record(z.string(), z.number()),
});

/** Reads a memory that was kept; anything that is not one is an empty one. */
export function readApiMemory(kept: unknown): ApiMemory {
  const read = schema.safeParse(kept);
  return read.success ? read.data : { host: null, byGet: false, pauses: {}, refused: {} };
}
