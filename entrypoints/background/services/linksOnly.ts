import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';

/** «Не обращаться к VK», for both halves of the browser. */
export const linksOnly = defineItem<boolean>({
  area: 'bothHalves',
  key: 'linksOnly',
  schema: z.boolean(),
  fallback: false,
});

/** Whether VK must not be asked. Every request to VK and VK ID is sent only where this says no; in doubt it says yes. */
export function isLinksOnly(): Promise<boolean> {
  return linksOnly.get().catch(() => true);
}
