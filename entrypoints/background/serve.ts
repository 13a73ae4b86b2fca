import { browser } from 'wxt/browser';
import { type Messages, messages } from '@/lib/messages/all';
import type { AnswerOf, Message, PayloadOf } from '@/lib/messages/message';
import type { Reply } from '@/lib/messages/send';
import { type KnownPlaces, type Sender, senderOf } from './sender';

/** What a room of the background does with the messages of a noun: their payload is checked by then, and their sender. */
export type HandlersOf<Asked> = {
  [Name in keyof Asked]: (payload: PayloadOf<Asked[Name]>, sender: Sender) => Promise<AnswerOf<Asked[Name]>>;
};

type Handle = (payload: unknown, sender: Sender) => Promise<unknown>;

function isEnvelope(message: unknown): message is { name: string; payload: unknown } {
  return typeof message === 'object' && message !== null && 'name' in message && typeof message.name === 'string';
}

/**
 * Answers messages from the extension's pages and content scripts. A message of an unknown name is left to others; one
 * of a wrong sender or shape is refused without a word about why.
 */
export function serve(handlers: HandlersOf<Messages>, places: KnownPlaces): void {
  browser.runtime.onMessage.addListener((message, rawSender) => {
    if (!isEnvelope(message) || !Object.hasOwn(messages, message.name)) return undefined;
    const name = message.name as keyof Messages;
    return answer(messages[name], handlers[name] as Handle, message.payload, rawSender, places);
  });
}

async function answer(
  { from, payload: schema }: Pick<Message<unknown, unknown>, 'from' | 'payload'>,
  handle: Handle,
  rawPayload: unknown,
  rawSender: Parameters<typeof senderOf>[0],
  places: KnownPlaces,
): Promise<Reply> {
  const sender = await senderOf(rawSender, places);
  if (!sender || !from.includes(sender.kind)) return { refused: 'sender' };
  const payload = schema.safeParse(rawPayload);
  if (!payload.success) return { refused: 'payload' };
  try {
    return { answer: await handle(payload.data, sender) };
  } catch (cause) {
    // A defect: the page shows its general sentence, the developer sees the stack here. Nothing personal is in it.
    console.error(cause);
    return { refused: 'failed' };
  }
}
