import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Goal } from '@/lib/conflict/ways';
import type { WaysClient } from '@/lib/messages/waysClient';
import { Ways, type WaysProps } from './Ways';

/** How a page comes to the ways out: given once at its top, so that no component in between hands it on. */
export const WaysClients = createContext<((goal: Goal) => WaysClient) | null>(null);

/** The ways out to a goal, by the clients of the page; nothing where the page has none. */
export function WaysTo({ goal, ...props }: Omit<WaysProps, 'client'> & { goal: Goal }) {
  const make = useContext(WaysClients);
  const told = JSON.stringify(goal);
  // The same client as long as the goal is the same: another one would make the ways be read anew.
  const client = useMemo(() => make?.(JSON.parse(told) as Goal) ?? null, [make, told]);
  return client && <Ways key={told} client={client} {...props} />;
}
