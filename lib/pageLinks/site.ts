import { callServices } from '@/lib/calls/callServices';
import { readDiaryAddress } from '@/lib/diary/adding/address';

/** Hosts of the calling services: a button behind a link there would stand in a page that opens it itself. */
const serviceHosts: readonly string[] = Object.values(callServices).flatMap((forms) =>
  forms.flatMap(({ hosts }: { hosts: readonly string[] }) => hosts.map((host) => host.replace(/^\*\./, ''))),
);

/**
 * The site on which a person may have «Подключиться» behind every link: an ordinary https site that is no diary, no mail, none
 * of VK, Сферум and MAX, and no calling service's own.
 *
 * @param address of a page of the site
 * @returns its origin, else `null`
 */
export function readSite(address: string): string | null {
  const found = readDiaryAddress(address);
  if (found.kind !== 'new') return null;
  const { hostname } = new URL(found.origin);
  const isService = serviceHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return isService ? null : found.origin;
}
