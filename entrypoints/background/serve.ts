import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import type { Name, RequestOf, ResponseOf, SenderKind, ToBackground } from '@/lib/messages/protocol';
import type { Reply } from '@/lib/messages/send';
import { type Sender, senderOf } from './sender';

/** How one message is answered: who may send it, what it must look like, and what is done. */
export interface Handler<Key extends Name<ToBackground>> {
  from: readonly SenderKind[];
  payload: z.ZodMiniType<RequestOf<ToBackground, Key>>;
  handle: (payload: RequestOf<ToBackground, Key>, sender: Sender) => Promise<ResponseOf<ToBackground, Key>>;
}

export type Handlers = { [Key in Name<ToBackground>]: Handler<Key> };

function isEnvelope(message: unknown): message is { name: string; payload: unknown } {
  return typeof message === 'object' && message !== null && 'name' in message && typeof message.name === 'string';
}

/**
 * Answers messages from the extension's pages and content scripts. A message of an unknown name is left to others; one
 * of a wrong sender or shape is refused without a word about why.
 */
export function serve(handlers: Handlers, isDiary: (origin: string) => Promise<boolean>): void {
  browser.runtime.onMessage.addListener((message, rawSender) => {
    if (!isEnvelope(message) || !Object.hasOwn(handlers, message.name)) return undefined;
    const handler = handlers[message.name as Name<ToBackground>] as Handler<Name<ToBackground>>;
    return answer(handler, message.payload, rawSender, isDiary);
  });
}

async function answer(
  handler: Handler<Name<ToBackground>>,
  rawPayload: unknown,
  rawSender: Parameters<typeof senderOf>[0],
  isDiary: (origin: string) => Promise<boolean>,
): Promise<Reply> {
  const origins = [rawSender.url, rawSender.tab?.url].flatMap((address) =>
    address && URL.canParse(address) ? [new URL(address).origin] : [],
  );
  const known = new Set<string>();
  for (const origin of origins) if (await isDiary(origin)) known.add(origin);

  const sender = senderOf(rawSender, (origin) => known.has(origin));
  if (!sender || !handler.from.includes(sender.kind)) return { refused: 'sender' };
  const payload = handler.payload.safeParse(rawPayload);
  if (!payload.success) return { refused: 'payload' };
  try {
    return { answer: await handler.handle(payload.data as never, sender) };
  } catch (cause) {
    // A defect: the page shows its general sentence, the developer sees the stack here. Nothing personal is in it.
    console.error(cause);
    return { refused: 'failed' };
  }
}
