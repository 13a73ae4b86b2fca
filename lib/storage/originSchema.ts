import * as z from 'zod/mini';

/** Schema of the origin of a site (`https://host`): with anything else no address could be made of it. */
export const originSchema: z.ZodMiniType<string> = z.string().check(z.refine(isOrigin));

function isOrigin(text: string): boolean {
  return text.startsWith('https:') && URL.canParse(text) && new URL(text).origin === text;
}
