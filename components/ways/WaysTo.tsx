import type { Goal } from '@/lib/conflict/ways';
import { useWaysClient } from './clients';
import { Ways, type WaysProps } from './Ways';

/** The ways out to a goal, by the clients of the page; nothing where the page has none. */
export function WaysTo({ goal, ...props }: Omit<WaysProps, 'client'> & { goal: Goal }) {
  const client = useWaysClient(goal);
  return client && <Ways key={JSON.stringify(goal)} client={client} {...props} />;
}
