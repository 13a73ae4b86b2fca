import type { Stand } from '../../../stand/stand.ts';
import type { Browser, Page } from '../../driver/types.ts';
import type { State } from '../states.ts';

/** What a scene plays with. */
export interface Tools {
  browser: Browser;
  stand: Stand;
}

/** What a person does so that the extension makes one request, and what they find then. */
export interface Scene<Name extends string = string> {
  states: Record<Name | 'well', State>;
  /** Sets it up in a browser in which nothing has happened yet. */
  play(tools: Tools): Promise<Play>;
}

export interface Play {
  /** The diary's page, which has to stay as it is; `null` where none is open. */
  diary: Page | null;
  /** The person gives their own link up: no other may go with it. */
  unlinks?: boolean;
  /**
   * The run is forgotten when the request fails already: an open page asks the background anew as soon as that has died, and who is
   * signed in, found out then, would be known for a minute.
   */
  forgetsRun?: true;
  /** From any end of a case to where all is well and the request has not been made yet. */
  prepare(): Promise<void>;
  /** The person does what makes the request. */
  act(): Promise<void>;
  /** What can be read then. */
  read(): Promise<string>;
  /** Nothing is broken any more, and the person takes the way on. */
  goOn(): Promise<void>;
}
