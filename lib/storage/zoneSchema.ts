import * as z from 'zod/mini';

/** Schema of an IANA zone that this browser knows: with any other every time of its diary would be an error. */
export const zoneSchema: z.ZodMiniType<string> = z.string().check(z.refine(isZone));

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
