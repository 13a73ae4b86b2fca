import { signal } from '@preact/signals';
import { isOrphaned, MessageError } from '@/lib/messages/send';

/** This page outlived its extension. */
export const orphaned = signal(false);

/** Whether the background refused to know this page: its frame is not in a diary. */
function isRefusedSender(cause: unknown): boolean {
  return cause instanceof MessageError && cause.message.endsWith(': sender');
}

/** How asking ended where it did not succeed. */
export type Failure = 'hidden' | 'failed';

/** What a failed message means; an orphaned page is noted for all. Anything but a message's failure is a defect and goes on. */
export function failureOf(cause: unknown): Failure {
  if (isOrphaned()) orphaned.value = true;
  if (!(cause instanceof MessageError)) console.error(cause);
  return isRefusedSender(cause) ? 'hidden' : 'failed';
}
