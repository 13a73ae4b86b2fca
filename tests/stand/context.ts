import type { StandClock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Settings } from './settings.ts';
import type { World } from './world.ts';

/** What every part of the stand works with. */
export interface Context {
  /** The current world; `reset` replaces it, so it is read anew for every request. */
  readonly world: World;
  readonly clock: StandClock;
  readonly faults: Faults;
  readonly settings: Settings;
}
