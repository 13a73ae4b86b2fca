import { browser } from 'wxt/browser';
import type { Messages } from './all';
import type { AnswerOf, PayloadOf } from './message';

/** What travels: a name and a payload. The background checks both, and the sender. */
export interface Envelope {
  name: string;
  payload: unknown;
}

/** How an answer travels: an error is not thrown across contexts. */
export type Reply = { answer: unknown } | { refused: string };

/** The background could not be asked: it refused, it is silent, or this page outlived its extension (update, reload). */
export class MessageError extends Error {}

/** Whether the page still belongs to a running extension. */
export function isOrphaned(): boolean {
  try {
    return !browser.runtime?.id;
  } catch {
    return true;
  }
}

/** The background may be starting or dying just now: what did not arrive is sent again at once, and a last time a second later. */
async function deliver(envelope: Envelope): Promise<Reply> {
  for (let pause = 0; ; pause += 1000) {
    if (isOrphaned()) throw new MessageError('gone');
    const reply = (await browser.runtime.sendMessage(envelope).catch(() => undefined)) as Reply | undefined;
    if (reply) return reply;
    if (pause > 1000) throw new MessageError(`${envelope.name}: no answer`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/**
 * Asks the background.
 *
 * @throws MessageError when the background refused or this page outlived its extension
 */
export async function ask<Name extends keyof Messages>(
  name: Name,
  payload: PayloadOf<Messages[Name]>,
): Promise<AnswerOf<Messages[Name]>> {
  const reply = await deliver({ name, payload });
  if ('refused' in reply) throw new MessageError(`${name}: ${reply.refused}`);
  return reply.answer as AnswerOf<Messages[Name]>;
}
