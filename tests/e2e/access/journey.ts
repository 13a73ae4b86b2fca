import type { Stand } from '../../stand/stand.ts';
import type { Browser, Page, Surface } from '../driver/types.ts';
import type { Options } from '../fixture.ts';

export interface Tools {
  browser: Browser;
  stand: Stand;
}

/**
 * Where a state stands: a `page` of the extension, the toolbar `popup`, which has one width, the `section` in the diary, the `notice`
 * over a page of Сферум, or what stands in the `diary` itself.
 */
export type Place = 'page' | 'popup' | 'section' | 'notice' | 'diary';

/** A state that a person comes to. */
export interface Seen {
  name: string;
  place: Place;
  page: Page;
  /** Where it is shown, where that is not the page itself. */
  surface?: Surface;
  /** The person has just done something there: whatever they used must not have taken the focus with it. */
  isActed?: boolean;
  /** It lies over the rest, which it leaves little room, and may fold when it is left: no state for the rule of sizes, nor to go through. */
  isOver?: boolean;
  /** It goes by itself, or with the focus: it is looked at once, and left alone. */
  isBrief?: boolean;
}

/** A way through several states, told by the one who goes it. */
export interface Journey {
  name: string;
  /** Firefox goes another way there, so that it is looked at in both. */
  isBoth?: boolean;
  options?: Partial<Options>;
  play(tools: Tools): AsyncGenerator<Seen>;
}
