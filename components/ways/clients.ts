import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Goal } from '@/lib/conflict/ways';
import type { WaysClient } from '@/lib/messages/waysClient';

/** How a page comes to the ways out: given once at its top, so that no component in between hands it on. */
export const WaysClients = createContext<((goal: Goal) => WaysClient) | null>(null);

/** The ways out to a goal, the same client as long as the goal is the same. */
export function useWaysClient(goal: Goal): WaysClient | null {
  const make = useContext(WaysClients);
  const told = JSON.stringify(goal);
  return useMemo(() => make?.(JSON.parse(told) as Goal) ?? null, [make, told]);
}
