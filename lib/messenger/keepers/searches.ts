import type { Clock } from '@/lib/clock';
import { mergeChats } from '@/lib/messenger/answers/order';
import { searchChats } from '@/lib/messenger/answers/search';
import type { Chat } from '@/lib/messenger/types';
import type { Result } from '@/lib/result';
import { type Held, isWhole } from './held';

/** What VK found stays true for so long, and that it found nothing to say too; milliseconds. */
const answeredFor = 60_000;
const refusedFor = 15_000;

/** What was found for a query. */
export interface Found {
  chats: Chat[];
  /** `whole`: among all there are; `asking`: VK is still looking among those not held; `refused`: it does not. */
  reach: 'whole' | 'asking' | 'refused';
}

/** Searching: through what is held at once, then through all there are, by VK itself. */
export interface Searches {
  find(profileId: number, held: Held, query: string): Found;
  /** Forgets what was found. */
  forget(): void;
}

interface Answered {
  query: string;
  chats: Result<Chat[]>;
  at: number;
}

/**
 * Makes the searches of all profiles. VK is asked one thing at a time for a profile, and of what is typed meanwhile only
 * the last.
 *
 * @param ask searches at VK
 * @param onAnswer something was found, or refused, that was not known before
 */
export function createSearches(options: {
  clock: Clock;
  ask: (profileId: number, query: string) => Promise<Result<Chat[]>>;
  onAnswer: () => void;
}): Searches {
  const { clock, ask, onAnswer } = options;
  const answers = new Map<number, Answered>();
  const wanted = new Map<number, string>();
  const asking = new Set<number>();
  let generation = 0;

  async function askFor(profileId: number, query: string): Promise<void> {
    const asked = generation;
    const chats = await ask(profileId, query);
    if (asked === generation) answers.set(profileId, { query, chats, at: clock.computerNow() });
  }

  /** Asks for what was wanted last; what is wanted while it is being asked comes with the next question of the page. */
  async function run(profileId: number): Promise<void> {
    const query = wanted.get(profileId);
    if (query === undefined || asking.has(profileId)) return;
    asking.add(profileId);
    await askFor(profileId, query);
    asking.delete(profileId);
    if (wanted.get(profileId) === query) wanted.delete(profileId);
    onAnswer();
  }

  return {
    find(profileId, held, query) {
      const here = searchChats(held.chats, query);
      if (isWhole(held)) return { chats: here, reach: 'whole' };
      const answer = answers.get(profileId);
      const age = answer ? Math.abs(clock.computerNow() - answer.at) : 0;
      if (answer?.query !== query || age >= (answer.chats.ok ? answeredFor : refusedFor)) {
        wanted.set(profileId, query);
        void run(profileId);
        return { chats: here, reach: 'asking' };
      }
      if (!answer.chats.ok) return { chats: here, reach: 'refused' };
      const known = new Set(held.chats.map(({ peerId }) => peerId));
      const elsewhere = answer.chats.value.filter(({ peerId }) => !known.has(peerId));
      return { chats: mergeChats(here, elsewhere, 'end'), reach: 'whole' };
    },
    forget() {
      generation += 1;
      answers.clear();
      wanted.clear();
    },
  };
}
