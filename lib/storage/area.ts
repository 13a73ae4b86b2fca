import { createStore, del, get, keys, set } from 'idb-keyval';
import { browser } from 'wxt/browser';

/** A place where values are kept by key. */
export interface Area {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** `bothHalves`: on disk, once for the ordinary and the incognito half of Chrome: what the person set, nothing of anybody. */
export type AreaName = 'disk' | 'session' | 'bothHalves';

function browserArea(name: AreaName): Area {
  const area = name === 'session' ? browser.storage.session : browser.storage.local;
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
    keys: async () => Object.keys(await area.get(null)),
  };
}

/**
 * Chrome shares both `storage` areas between the ordinary and the incognito half of a split extension; IndexedDB is the
 * incognito window's own and is dropped with the last of them.
 */
function incognitoArea(name: AreaName): Area {
  const store = createStore(`incognito-${name}`, 'items');
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    remove: (key) => del(key, store),
    keys: () => keys<string>(store),
  };
}

const areas = new Map<AreaName, Area>();

/** The area of that name for the half of the browser that this code runs in. */
export function areaOf(name: AreaName): Area {
  let area = areas.get(name);
  if (!area) {
    const isOwn = browser.extension.inIncognitoContext && name !== 'bothHalves';
    area = isOwn ? incognitoArea(name) : browserArea(name);
    areas.set(name, area);
  }
  return area;
}
