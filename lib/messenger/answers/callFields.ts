import * as z from 'zod/mini';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { Chat } from '@/lib/messenger/types';
import { counted, httpsAddress, lenient } from './read';

const linkFields = {
  join_link: lenient(z.string()),
  vk_join_link: lenient(z.string()),
  short_credentials: lenient(
    z.object({ link_with_password: lenient(z.string()), link_without_password: lenient(z.string()) }),
  ),
};

/** `participants` is `{list, count}` in the Android client's class; other forms are taken as they are met. */
const participantsSchema = z.union([
  z.object({ count: lenient(counted), list: lenient(z.array(z.unknown())) }),
  z.array(z.unknown()),
  counted,
]);

/** VK's ids of calls are strings; a number would be one too. */
export const callIdSchema = z.union([
  z.string().check(z.minLength(1), z.maxLength(200)),
  z.pipe(z.int().check(z.positive()), z.transform(String)),
]);

/** The fields that every kind of call has. */
export const callFields = {
  ...linkFields,
  call_id: lenient(callIdSchema),
  participants: lenient(participantsSchema),
};

const linksSchema = z.object(linkFields);

/**
 * The address to open, as VK gives it: the first that is recognised as a call, in the order VK prefers: `vk_join_link`,
 * `join_link`, the short ones. Where none is, the first that is https at all.
 */
export function chooseAddress(call: z.infer<typeof linksSchema>): string | null {
  const written = [
    call.vk_join_link,
    call.join_link,
    call.short_credentials?.link_with_password,
    call.short_credentials?.link_without_password,
  ].flatMap((address) => httpsAddress(address) ?? []);
  return written.find((address) => recognizeJoinLink(address) !== null) ?? written[0] ?? null;
}

/** How many take part; 0 where the answer does not say. */
export function countParticipants(participants: z.infer<typeof participantsSchema> | null | undefined): number {
  if (participants === null || participants === undefined) return 0;
  if (typeof participants === 'number') return participants;
  if (Array.isArray(participants)) return participants.length;
  return participants.count ?? participants.list?.length ?? 0;
}

/** A call as `call_in_progress` and the attachment `group_call_in_progress` describe it. */
export const liveSchema = z.object(callFields);

/** The call of a chat. The attachment knows no `call_id`: the id in its link tells it from others as well. */
export function toLive(call: z.infer<typeof liveSchema>, peerId: number): NonNullable<Chat['live']> {
  const address = chooseAddress(call);
  return {
    callId: call.call_id ?? address?.split(/[/=]/).at(-1) ?? `chat ${peerId}`,
    participants: countParticipants(call.participants),
    address,
  };
}
