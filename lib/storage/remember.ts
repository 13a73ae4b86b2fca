import type { Item } from './item';

/**
 * A kept value that this context alone writes: read once, and from then on known without asking the browser, which takes
 * milliseconds each time.
 *
 * @example const kept = remember(keptItem);
 */
export function remember<Value>(item: Item<Value>): Item<Value> {
  let memory: Promise<Value> | null = null;

  function get(): Promise<Value> {
    memory ??= item.get().catch((cause: unknown) => {
      memory = null;
      throw cause;
    });
    return memory;
  }

  return {
    get,
    async set(value) {
      memory = Promise.resolve(value);
      await item.set(value);
    },
    async update(change) {
      memory = get().then(change);
      const value = await memory;
      await item.set(value);
      return value;
    },
    async remove() {
      memory = null;
      await item.remove();
    },
  };
}
