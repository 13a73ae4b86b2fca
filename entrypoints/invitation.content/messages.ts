import { browser } from 'wxt/browser';
import type { Name, RequestOf, ResponseOf, ToInvitation } from '@/lib/messages/protocol';

type Answers = {
  [Key in Name<ToInvitation>]: (payload: RequestOf<ToInvitation, Key>) => Promise<ResponseOf<ToInvitation, Key>>;
};

/** Answers the background. A message from anybody else, pages and other content scripts of the extension included, is left alone. */
export function answerAtInvitation(answers: Answers): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id || sender.tab) return undefined;
    const { name, payload } = (message ?? {}) as { name?: string; payload?: unknown };
    if (!name || !Object.hasOwn(answers, name)) return undefined;
    const answer = answers[name as Name<ToInvitation>] as (payload: unknown) => Promise<unknown>;
    // Chrome takes no promise from a listener.
    answer(payload).then(sendResponse, () => sendResponse(null));
    return true;
  });
}
