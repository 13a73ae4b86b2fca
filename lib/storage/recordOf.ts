import * as z from 'zod/mini';

/** Schema of a list whose entries stand for themselves, as those of {@link recordOf}. */
export function listOf<Value>(schema: z.ZodMiniType<Value>): z.ZodMiniType<Value[]> {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((raw: unknown[]) =>
      raw.flatMap((value) => {
        const parsed = schema.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}

/**
 * Schema of a record whose entries stand for themselves: one that is not as it should be is dropped and takes no other
 * with it.
 *
 * @param isAt whether a value belongs under its key
 */
export function recordOf<Value>(
  schema: z.ZodMiniType<Value>,
  isAt: (key: string, value: Value) => boolean = () => true,
): z.ZodMiniType<Record<string, Value>> {
  return z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((raw: Record<string, unknown>) => {
      const read = Object.entries(raw).flatMap(([key, value]) => {
        const parsed = schema.safeParse(value);
        return parsed.success && isAt(key, parsed.data) ? [[key, parsed.data] as const] : [];
      });
      return Object.fromEntries(read);
    }),
  );
}
