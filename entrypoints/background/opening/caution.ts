import * as z from 'zod/mini';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { JoinLink } from '@/lib/calls/types';
import { defineItem } from '@/lib/storage/item';
import { listOf } from '@/lib/storage/recordOf';

/** Services whose first call was joined already; what was said once is kept on disk. */
const cautioned = defineItem<string[]>({
  area: 'disk',
  key: 'cautionedServices',
  schema: listOf(z.string()),
  fallback: [],
});

/**
 * Whether to say «Проверьте, под чьим именем вы войдёте»: with the first call of each other service, whose session cannot be looked
 * into, and with each call of VK that only another host than the checked one opens: it may hold another session.
 *
 * @param isKept whether it counts as said: not in another cookie jar, of which nothing is kept, nor where there is no place to say it
 */
export async function isCautionDue(link: JoinLink, isKept = true): Promise<boolean> {
  if (!(await isCautionAhead(link))) return false;
  const { service, hostSession } = link;
  if (!isKept || (service === 'vk' && hostSession === 'other')) return true;
  // A call is joined on a full disk, too: it is said once more then.
  await cautioned.update((before) => [...before.filter((one) => one !== service), service]).catch(() => undefined);
  return true;
}

/** The same, looked at before anything is opened: the toolbar popup is gone by then. */
export async function isCautionAhead(link: JoinLink): Promise<boolean> {
  return (await readCautions())(link);
}

/** The same of any number of links, as it stands now: the browser is asked once. */
export async function readCautions(): Promise<(link: JoinLink) => boolean> {
  const [isVkClosed, said] = await Promise.all([isLinksOnly(), cautioned.get()]);
  return ({ service, hostSession }) => {
    if (service === 'vk' && hostSession === 'other') return true;
    // VK is as closed as the others where it must not be asked.
    return (service !== 'vk' || isVkClosed) && !said.includes(service);
  };
}
