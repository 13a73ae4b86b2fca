import { Ways } from '@/components/ways/Ways';
import type { Goal } from '@/lib/conflict/ways';
import type { ConflictView } from '@/lib/messages/conflict';
import { createWaysClient, type WaysClient } from '@/lib/messages/waysClient';

const clients = new Map<string, WaysClient>();

/** One client for each goal: another one would make the ways be read anew. */
function clientOf(goal: Goal): WaysClient {
  const key = JSON.stringify(goal);
  const client = clients.get(key) ?? createWaysClient(goal);
  clients.set(key, client);
  return client;
}

/** The ways out of a conflict that stands before a goal. */
export function waysTo(goal: Goal) {
  return ({ present }: ConflictView) => <Ways client={clientOf(goal)} present={present.name} />;
}

export const waysToDiary = waysTo({ kind: 'diary' });
