import type { Browser } from '../driver/types.ts';

interface Chrome {
  storage: Record<'local' | 'session', { get(key: null): Promise<Record<string, unknown>> }>;
}

/** What the ordinary half of the browser keeps for the extension, each place as one text. */
export interface Kept {
  disk: string;
  session: string;
  databases: string;
}

/** Looks into every place where the extension could keep something. */
export function placesOf(browser: Browser): Promise<Kept> {
  return browser.inExtension(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store).getAll();
        databases.push(name, await new Promise((resolve) => (rows.onsuccess = () => resolve(rows.result))));
      }
      database.close();
    }
    return {
      disk: JSON.stringify(await chrome.storage.local.get(null)),
      session: JSON.stringify(await chrome.storage.session.get(null)),
      databases: JSON.stringify(databases),
    };
  });
}

/** Everything that is kept, as one text. */
export async function keptOf(browser: Browser): Promise<string> {
  return Object.values(await placesOf(browser)).join('\n');
}
