import { areaOf } from './area';
import { forgetRemembered } from './remember';

/**
 * Deletes what is kept in this half of the browser under some keys; whoever remembers a value reads it anew.
 *
 * @param isMeant by the key as it stands in the area
 */
export async function deleteKept(isMeant: (key: string) => boolean): Promise<void> {
  for (const name of ['session', 'disk'] as const) {
    const area = areaOf(name);
    for (const key of await area.keys()) if (isMeant(key)) await area.remove(key);
  }
  forgetRemembered();
}
