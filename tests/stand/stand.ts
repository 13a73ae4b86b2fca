import { createClock, type StandClock } from './clock.ts';
import type { Context } from './context.ts';
import { createFaults, type Faults } from './faults.ts';
import { serveHost } from './hosts.ts';
import { startServer } from './http/server.ts';
import type { RequestRecord } from './requests.ts';
import { family } from './scenarios/family.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { createWorld, type World } from './world.ts';

export interface StandOptions {
  /** The TLS port; a free one by default. */
  readonly port?: number;
  /** `family` by default. */
  readonly scenario?: Scenario;
  /** The application's number at VK ID. */
  readonly appId?: string;
  /** The application's trusted redirect addresses. */
  readonly redirectUris?: readonly RegExp[];
  /** The time at which the stand begins; the computer's by default. */
  readonly now?: Date | number | string;
}

/** Every real service that the extension talks to, in one process behind one TLS port. */
export interface Stand {
  readonly port: number;
  readonly appId: string;
  /** All mutable state. Replaced by `reset`: read it anew after. */
  readonly world: World;
  /** Every request, in the order of arrival. */
  readonly requests: RequestRecord[];
  readonly faults: Faults;
  readonly clock: StandClock;
  /** Back to the beginning: a new world, nobody signed in, no faults, no requests. The clock stays. */
  reset(scenario?: Scenario): void;
  close(): Promise<void>;
}

/** The application number that the stand knows unless it is told another. */
export const APP_ID = '53000001';

const REDIRECT_URIS = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\//,
  /^https:\/\/[\w-]+\.extensions\.allizom\.org\//,
  /^http:\/\/127\.0\.0\.1\/mozoauth2\/[\w-]+/,
];

/**
 * Starts the stand.
 *
 *     const stand = await startStand({ now: '2026-11-23T02:00:00Z' });
 *     stand.faults.set('diary.GetPersonData', { kind: 'status', status: 500, times: 1 });
 */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const clock = createClock(options.now);
  const faults = createFaults();
  const requests: RequestRecord[] = [];
  const settings = {
    appId: options.appId ?? APP_ID,
    redirectUris: options.redirectUris ?? REDIRECT_URIS,
  };
  let scenario = options.scenario ?? family;
  let world = createWorld(scenario, clock);
  const context: Context = {
    get world() {
      return world;
    },
    clock,
    faults,
    settings,
  };
  const server = await startServer(
    options.port ?? 0,
    clock,
    (exchange) => serveHost(context, exchange),
    (record) => requests.push(record),
  );
  return {
    port: server.port,
    appId: settings.appId,
    get world() {
      return world;
    },
    requests,
    faults,
    clock,
    reset(another) {
      scenario = another ?? scenario;
      world = createWorld(scenario, clock);
      faults.clear();
      requests.length = 0;
    },
    close: () => server.close(),
  };
}
