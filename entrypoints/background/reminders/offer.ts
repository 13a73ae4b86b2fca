import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';

/** Reminders are offered after a first joined call, until the person says yes or no, and never again. */
const offerItem = defineItem<'notYet' | 'due' | 'answered'>({
  area: 'disk',
  key: 'reminderOffer',
  schema: z.enum(['notYet', 'due', 'answered']),
  fallback: 'notYet',
});

/** A call was joined. */
export async function makeOfferDue(): Promise<void> {
  if ((await offerItem.get()) === 'notYet') await keep('due');
}

export async function isOfferDue(): Promise<boolean> {
  return (await offerItem.get()) === 'due';
}

/** The person said yes or no, here or in the settings. */
export async function answerOffer(): Promise<void> {
  await keep('answered');
}

/** Where the disk is full it is offered another time. */
async function keep(state: 'due' | 'answered'): Promise<void> {
  await offerItem.set(state).catch(() => undefined);
}
