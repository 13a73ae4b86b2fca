import type { Item } from './item';

/** Whoever remembers something of what is kept. */
const forgetting = new Set<() => void>();

/** Hears when values are deleted behind those who remember them. */
export function onForgotten(forget: () => void): void {
  forgetting.add(forget);
}

/** Values were deleted behind those who remember them: everybody reads anew. */
export function forgetRemembered(): void {
  for (const forget of forgetting) forget();
}

/**
 * A kept value that this context alone writes: read once, and from then on known without asking the browser, which takes
 * milliseconds each time. What the browser has no room for is known all the same until this context ends, and
 * what was kept before goes: it is not true any more.
 *
 * @example const kept = remember(keptItem);
 */
export function remember<Value>(item: Item<Value>): Item<Value> {
  let memory: Promise<Value> | null = null;
  onForgotten(() => {
    memory = null;
  });

  /** What failed is asked anew. */
  function hold(value: Promise<Value>): Promise<Value> {
    const held = value.catch((cause: unknown) => {
      if (memory === held) memory = null;
      throw cause;
    });
    memory = held;
    return held;
  }

  function get(): Promise<Value> {
    return memory ?? hold(item.get());
  }

  async function keep(value: Value): Promise<void> {
    await item.set(value).catch(() => item.remove().catch(() => undefined));
  }

  return {
    get,
    async set(value) {
      memory = Promise.resolve(value);
      await keep(value);
    },
    async update(change) {
      const value = await hold(get().then(change));
      await keep(value);
      return value;
    },
    // Whoever asks meanwhile waits for what is left.
    remove: async () => void (await hold(item.remove().then(item.get))),
  };
}
