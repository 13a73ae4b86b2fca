import * as z from 'zod/mini';
import type { JoinLink } from '@/lib/calls/types';
import { readSferumAddress } from '@/lib/conflict/invitation';
import { callAddress } from '@/lib/sites/messenger';
import { defineItem } from '@/lib/storage/item';

/** Services whose first call was joined already; what was said once is kept on disk. */
const cautioned = defineItem<string[]>({
  area: 'disk',
  key: 'cautionedServices',
  schema: z.array(z.string()),
  fallback: [],
});

/** The address that is opened: a call of VK on the host whose session was checked, everything else as it is. */
export function addressToOpen({ service, address }: JoinLink): string {
  const id = service === 'vk' ? /^\/call\/join\/([^/]+)$/.exec(new URL(address).pathname)?.[1] : undefined;
  return id === undefined ? address : callAddress(id);
}

/**
 * Whether to say «Проверьте, под чьим именем вы войдёте»: with the first call of each other service, whose session cannot be looked
 * into, and with each that only Сферум's own pages open: they may hold another session than the one that was checked.
 */
export async function isCautionDue({ service, address }: JoinLink): Promise<boolean> {
  if (service === 'vk') return readSferumAddress(address) !== null;
  if ((await cautioned.get()).includes(service)) return false;
  await cautioned.update((before) => [...before.filter((one) => one !== service), service]);
  return true;
}
