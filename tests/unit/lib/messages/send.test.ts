import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask, MessageError } from '@/lib/messages/send';

const died = new Error('Could not establish connection');
const answered = { answer: 'withdrawn' };
const refused = { refused: 'sender' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it.each([
  ['a background that answers', [answered], 1, 'withdrawn'],
  ['one that dies over a question', [died, answered], 2, 'withdrawn'],
  ['one that dies over it twice', [died, died, answered], 3, 'withdrawn'],
  ['one that says nothing, which is no answer', [undefined, answered], 2, 'withdrawn'],
  ['one that dies each time', [died, died, died, answered], 3, 'reminders.readOffer: no answer'],
  ['one that refuses: it has heard', [refused, answered], 1, 'reminders.readOffer: sender'],
])('%s', async (_, replies, sent, outcome) => {
  const left = [...replies];
  const sending = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => {
    const reply = left.shift();
    if (reply instanceof Error) throw reply;
    return reply;
  });
  const asking = ask('reminders.readOffer', {}).catch((cause: unknown) => {
    // Whoever asks knows this kind alone.
    expect(cause).toBeInstanceOf(MessageError);
    return (cause as MessageError).message;
  });
  await vi.runAllTimersAsync();
  expect(await asking).toBe(outcome);
  expect(sending).toHaveBeenCalledTimes(sent);
});
