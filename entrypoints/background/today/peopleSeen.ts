import * as z from 'zod/mini';
import type { Perishable } from '@/entrypoints/background/browser/expiry';
import type { Sender } from '@/entrypoints/background/sender';
import type { Clock } from '@/lib/clock';
import { accountSchema } from '@/lib/diary/answers/account';
import type { DiaryAccount } from '@/lib/diary/types';
import { keptFor } from '@/lib/messenger/keepers/heldStorage';
import { defineItem } from '@/lib/storage/item';
import { recordOf } from '@/lib/storage/recordOf';
import { remember } from '@/lib/storage/remember';

/** What an account owns is shown behind a `GetPersonData` not older than this, milliseconds. */
const seenFor = 60_000;

/** Who was last seen at a diary. */
interface SeenThere {
  /** `null`: the diary wanted a sign-in. */
  account: DiaryAccount | null;
  /** Unix milliseconds of the computer's clock. */
  at: number;
}

const seenThere: z.ZodMiniType<SeenThere> = z.object({ account: z.nullable(accountSchema), at: z.number() });

/** By the diary's origin. It outlives the background, so that reminders know whose lessons are kept; not the browser. */
const seenItem = defineItem<Record<string, SeenThere>>({
  area: 'session',
  key: 'peopleSeen',
  schema: recordOf(seenThere),
  fallback: {},
});

/** Who was last seen at each diary of the ordinary windows. */
export interface PeopleSeen extends Perishable {
  note(origin: string, account: DiaryAccount | null): Promise<void>;
  /**
   * Who is at a place by an answer that is younger than a minute. Where no page is open that would tell of somebody else, by one that
   * this background has heard itself.
   */
  lately(place: Sender): Promise<DiaryAccount | null>;
  /** Nobody else was seen there since. */
  isStillThere(account: DiaryAccount): Promise<boolean>;
  /** The diary wanted a sign-in: the background asks it no more until a page of it has seen somebody. */
  isOver(origin: string): Promise<boolean>;
  /** Whoever was seen last, and when; a day at most. */
  all(): Promise<{ account: DiaryAccount; at: number }[]>;
}

/** Makes the keeper of them. */
export function createPeopleSeen(clock: Clock): PeopleSeen {
  const kept = remember(seenItem);
  const heard = new Set<string>();
  const isYoung = ({ at }: { at: number }, lifetime: number) => Math.abs(clock.computerNow() - at) < lifetime;

  return {
    async note(origin, account) {
      const at = clock.computerNow();
      heard.add(origin);
      await kept.update((all) => ({ ...all, [origin]: { account, at } }));
    },
    async lately({ origin, tab }) {
      const found = (await kept.get())[origin];
      return found && (tab || heard.has(origin)) && isYoung(found, seenFor) ? found.account : null;
    },
    isStillThere: async ({ origin, key }) => (await kept.get())[origin]?.account?.key === key,
    isOver: async (origin) => (await kept.get())[origin]?.account === null,
    all: async () =>
      Object.values(await kept.get()).flatMap(({ account, at }) =>
        account && isYoung({ at }, keptFor) ? { account, at } : [],
      ),
    async deleteDead() {
      const all = Object.entries(await kept.get());
      const young = all.filter(([, seen]) => isYoung(seen, keptFor));
      if (young.length < all.length) await kept.set(Object.fromEntries(young));
      return young.length > 0 ? Math.min(...young.map(([, { at }]) => at)) + keptFor - clock.computerNow() : null;
    },
  };
}
