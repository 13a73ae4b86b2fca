import * as z from 'zod/mini';
import type { AttachmentKind, Chat, LastMessage } from '@/lib/messenger/types';
import { liveSchema, toLive } from './callFields';
import type { People } from './people';
import { anything, clip, lenient, readItems, unixSeconds, whole } from './read';

/** What fits into one line of the list; the rest of a message is not kept. */
const longestText = 100;
const longestAuthor = 40;

const attachmentSchema = z.object({ type: z.string(), group_call_in_progress: lenient(liveSchema) });

const messageSchema = z.object({
  date: unixSeconds,
  from_id: lenient(whole),
  out: lenient(whole),
  text: lenient(z.string()),
  attachments: lenient(z.array(z.unknown())),
  fwd_messages: lenient(z.array(z.unknown())),
  geo: anything,
  action: anything,
});

/** Attachment types as the schema of VK's API names them. */
const attachmentKinds: Readonly<Record<string, AttachmentKind>> = {
  photo: 'photo',
  video: 'video',
  video_message: 'video',
  video_playlist: 'video',
  clip: 'video',
  audio: 'audio',
  podcast: 'audio',
  podcasts: 'audio',
  audio_playlist: 'audio',
  audio_message: 'voice',
  doc: 'document',
  poll: 'poll',
  sticker: 'sticker',
  ugc_sticker: 'sticker',
  graffiti: 'photo',
  link: 'link',
  article: 'link',
  call: 'call',
  group_call_in_progress: 'liveCall',
  wall: 'post',
  wall_reply: 'post',
  story: 'story',
  geo: 'location',
};

/** The last message of a conversation, and the call it announces as going on. */
export interface ReadMessage {
  message: LastMessage;
  live: Chat['live'];
}

/**
 * Reads `last_message`.
 *
 * @param profileId whose list it is: tells own messages
 * @param peerId whose conversation it is: in a private one the other person needs no name
 * @returns `null` where there is no message that can be read
 */
export function readLastMessage(raw: unknown, people: People, profileId: number, peerId: number): ReadMessage | null {
  const read = messageSchema.safeParse(raw);
  if (!read.success) return null;
  const { from_id: from, text, attachments, fwd_messages: forwarded, geo, action } = read.data;
  const own = from === profileId || read.data.out === 1;

  const attached = readItems(attachments, (item) => attachmentSchema.safeParse(item).data ?? null)?.items ?? [];
  const announced = attached.find(({ type }) => type === 'group_call_in_progress');
  const call = announced?.group_call_in_progress;
  return {
    message: {
      at: read.data.date,
      author:
        own || from === peerId || from === undefined || from === null
          ? ''
          : clip(people.get(from)?.name ?? '', longestAuthor),
      own,
      text: clip(withoutMentions(text ?? ''), longestText),
      attachment: chooseAttachment((announced ?? attached[0])?.type, attachments, forwarded, geo, action),
    },
    live: call ? toLive(call, peerId) : null,
  };
}

function chooseAttachment(
  type: string | undefined,
  attachments: readonly unknown[] | null | undefined,
  forwarded: readonly unknown[] | null | undefined,
  geo: unknown,
  action: unknown,
): AttachmentKind | null {
  if (type !== undefined && Object.hasOwn(attachmentKinds, type)) return attachmentKinds[type] ?? 'other';
  if (type !== undefined || (attachments && attachments.length > 0)) return 'other';
  if (forwarded && forwarded.length > 0) return 'forwarded';
  if (isThere(geo)) return 'location';
  return isThere(action) ? 'service' : null;
}

function isThere(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** VK writes mentions and links into the text as `[id871000010|Елена]` and `[https://…|слово]`: people see the words. */
function withoutMentions(text: string): string {
  return text.replace(/\[(?:(?:id|club|public|event)\d+|https?:[^|\]]*)\|([^\]]*)\]/g, '$1');
}
