import { browser } from 'wxt/browser';
import type { Question } from './message';

type Answers<Asked extends Record<keyof Asked, Question<unknown, unknown>>> = {
  [Name in keyof Asked]: (payload: Asked[Name]['payload']) => Asked[Name]['answer'] | Promise<Asked[Name]['answer']>;
};

/**
 * Answers the background's questions in a content script. A message that did not come from the extension itself, or came
 * from one of its pages or other content scripts (these have an address other than the background's), is left alone.
 */
export function answerBackground<Asked extends Record<keyof Asked, Question<unknown, unknown>>>(
  answers: Answers<Asked>,
): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id || sender.tab) return undefined;
    const { name, payload } = (message ?? {}) as { name: string; payload?: unknown };
    if (!Object.hasOwn(answers, name)) return undefined;
    const answer = answers[name as keyof Asked] as (payload: unknown) => unknown;
    // Chrome takes no promise from a listener.
    Promise.try(answer, payload).then(sendResponse, () => sendResponse(null));
    return true;
  });
}
