import type * as z from 'zod/mini';

/** Who may send a message to the background; judged from the browser's own account of the sender, never from the message. */
export type SenderKind =
  /** The content script in the top frame of a diary that the extension knows. */
  | 'diary'
  /** The section: an extension page framed by such a diary. */
  | 'section'
  /** Any other page of the extension. */
  | 'page'
  /** The content script on Сферум's pages. */
  | 'invitation'
  /** The notice: an extension page framed by one of Сферум's pages. */
  | 'notice'
  /** The content script behind the links of a site that the person allowed. */
  | 'site';

/** A message to the background: who may send it, what it must look like, and what its answer is. */
export interface Message<Payload, Answer> {
  readonly from: readonly SenderKind[];
  readonly payload: z.ZodMiniType<Payload>;
  /** The answer's type alone: it has no value. */
  readonly answer?: Answer;
}

/**
 * Declares a message to the background. Pages take nothing but its types: the schema is checked in the background alone.
 *
 * @example accept(['section'], z.object({ refresh: z.boolean() })).answering<CallsView>()
 */
export function accept<Payload>(from: readonly SenderKind[], payload: z.ZodMiniType<Payload>) {
  return { answering: <Answer>(): Message<Payload, Answer> => ({ from, payload }) };
}

export type PayloadOf<One> = One extends Message<infer Payload, unknown> ? Payload : never;
export type AnswerOf<One> =
  One extends Message<never, infer Answer>
    ? Answer
    : One extends { answer?: infer Answer }
      ? Exclude<Answer, undefined>
      : never;

/** A question of the background to a content script, as a type: the extension's own background needs no check. */
export interface Question<Payload, Answer> {
  payload: Payload;
  answer: Answer;
}
