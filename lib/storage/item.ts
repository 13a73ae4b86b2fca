import type * as z from 'zod/mini';
import { type AreaName, areaOf } from './area';

export interface ItemOptions<Value> {
  area: AreaName;
  key: string;
  /** What a kept value must look like; anything else counts as absent. */
  schema: z.ZodMiniType<Value>;
  /** The value when nothing (readable) is kept. */
  fallback: Value;
  /** Version of the shape, from 1. */
  version?: number;
  /** `migrations[n]` turns a value of version `n - 1` into one of version `n`. */
  migrations?: Record<number, (old: unknown) => unknown>;
}

/** One kept value with its schema and version. */
export interface Item<Value> {
  get(): Promise<Value>;
  set(value: Value): Promise<void>;
  /** Reads, changes and writes, one at a time in this context. */
  update(change: (value: Value) => Value): Promise<Value>;
  remove(): Promise<void>;
}

interface Envelope {
  version: number;
  value: unknown;
}

function isEnvelope(kept: unknown): kept is Envelope {
  if (typeof kept !== 'object' || kept === null || !('value' in kept) || !('version' in kept)) return false;
  return Number.isInteger(kept.version) && (kept as Envelope).version >= 1;
}

/**
 * Defines a kept value.
 *
 * @example
 * const links = defineItem({ area: 'disk', key: 'links', schema: linksSchema, fallback: {} });
 * await links.update((kept) => ({ ...kept, [link.accountKey]: link }));
 */
export function defineItem<Value>(options: ItemOptions<Value>): Item<Value> {
  const { area, key, schema, fallback, version = 1, migrations = {} } = options;
  let queue: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Value> {
    const kept = await areaOf(area).get(key);
    if (!isEnvelope(kept) || kept.version > version) return fallback;
    const parsed = schema.safeParse(migrate(kept));
    return parsed.success ? parsed.data : fallback;
  }

  /** The value in the shape of today; `undefined`, which no schema takes, where an old one cannot be understood. */
  function migrate(kept: Envelope): unknown {
    let { value } = kept;
    try {
      for (let next = kept.version + 1; next <= version; next += 1) value = migrations[next]?.(value) ?? value;
    } catch {
      return undefined;
    }
    return value;
  }

  function write(value: Value): Promise<void> {
    return areaOf(area).set(key, { version, value } satisfies Envelope);
  }

  function inTurn<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  return {
    get: read,
    set: (value) => inTurn(() => write(value)),
    update: (change) =>
      inTurn(async () => {
        const value = change(await read());
        await write(value);
        return value;
      }),
    remove: () => inTurn(() => areaOf(area).remove(key)),
  };
}
