import { placeOf } from '@/entrypoints/background/diary/place';
import type { HandlersOf } from '@/entrypoints/background/serve';
import type { wayMessages } from '@/lib/messages/ways';
import type { WaysGoing } from './waysGoing';

/** The ways out of two people in one browser. */
export function createWayHandlers(ways: WaysGoing): HandlersOf<typeof wayMessages> {
  return {
    'ways.read': async ({ goal, tabId }, sender) => ways.read(await placeOf(sender, tabId), goal),
    'ways.act': async ({ goal, tabId, act }, sender) => ways.act(await placeOf(sender, tabId), goal, act),
    'signInAgain.read': () => ways.signInAgain(),
    'signInAgain.act': ({ act }) => ways.actSignInAgain(act),
  };
}
