import type { Clock } from '@/lib/clock';
import { pauseBeforeFollowing } from '@/lib/conflict/sessionCookies';
import { inTime } from '@/lib/inTime';
import type { SignedInProfiles } from '@/lib/messenger/answers/webToken';
import type { ProfileToken } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import type { Result } from '@/lib/result';
import { fail, succeed } from '@/lib/result';
import { remember } from '@/lib/storage/remember';
import { deleteDeadTokens, isBelieved, knownItem, presenceLifetime, withoutToken } from './knownTokens';

/** A failure is remembered for so long: nobody but the person makes us ask again within it. Milliseconds. */
const failureLifetime = 15_000;

/** How often a question is asked again because the session's cookie changed while it was out. */
const mostAgain = 2;

/** What VK's own answer sets is told by the browser a little later than the answer itself. Milliseconds. */
const aftermath = 500;

/** After more changes of the cookie than questions were asked it is asked once more when that is long over. Milliseconds. */
const calm = 8000;

export interface PresenceOptions {
  clock: Clock;
  read: () => Promise<Result<SignedInProfiles>>;
  /** Whether the browser still holds a cookie of VK's session; its value is not looked at. */
  hasSession: () => Promise<boolean>;
  /** Called when tokens were kept: they are to be deleted when their time is over. */
  onKept: () => void;
  /** Called when the set of educational profiles changed, before the new answer is given to anybody. */
  onChange: (present: ReadonlySet<number>) => Promise<void>;
}

export interface PresenceRequest {
  /** How old the answer may be, milliseconds; 0 asks now. */
  maximumAge?: number | undefined;
  /** The person says so: VK is asked at once, also after a failure. */
  byPerson?: boolean | undefined;
}

/** Who is signed in to VK Мессенджер in this browser: one question at a time for all tabs. */
export interface PresenceKeeper {
  /** Educational profiles with their tokens. `signedOut` where nobody is; every other problem means: not known. */
  read(request?: PresenceRequest): Promise<Result<ProfileToken[]>>;
  /** What `read` answers without asking; `null` where it would ask. */
  fresh(maximumAge?: number): Promise<ProfileToken[] | null>;
  /** Whether somebody is signed in, and nobody with an educational profile; without asking. */
  hasNoProfile(): Promise<boolean>;
  /** What the last answer said, without asking; `null` when there is none or the session has changed since. */
  known(): Promise<ProfileToken[] | null>;
  /** How often in a row the person said that it is worth asking, and VK said that nobody is there. */
  looksInVain(): number;
  /** The session has changed, and nobody has answered since who is there. */
  isInDoubt(): Promise<boolean>;
  /** How long to wait with asking after a change of session, milliseconds: three times in 10 s at most. */
  pauseInDoubt(): number;
  /**
   * The session's cookie changed. What changes while our own question is out is no change of session: VK's answer itself may have
   * set it; the question is asked again, twice at most. Where nobody answers, nobody knows whose session it was: a change.
   *
   * @returns whether it is a change of session: what is known is not believed any more then, or somebody else has been found already
   */
  noteCookie(): Promise<boolean>;
  /** Something has changed that may mend the last failure: it is not remembered any more. */
  forgetFailure(): void;
  /** Forgets everything, tokens above all: nobody uses Сферум with the extension here. */
  drop(): Promise<void>;
  /** Deletes the tokens that live no more. In how many milliseconds the next one dies; `null`: none is kept. */
  deleteDead(): Promise<number | null>;
}

/** Makes the one keeper of presence; see `PresenceKeeper`. */
export function createPresence({ clock, read, hasSession, onKept, onChange }: PresenceOptions): PresenceKeeper {
  const kept = remember(knownItem);
  let asking: Promise<Result<ProfileToken[]>> | null = null;
  let failure: { problem: Problem; at: number } | null = null;
  /** Grows with every change of the session's cookie: an answer that was under way then is too old. */
  let generation = 0;
  let again = 0;
  /** When it was asked because of a change of session, unix milliseconds. */
  let followed: number[] = [];
  let vain = 0;
  let isDoubting = false;
  /** Grows when everything is forgotten: an answer that was under way then is given, but not kept. */
  let drops = 0;
  /** Who was there by the last answer, kept or not; `null`: nobody has answered yet. */
  let lastSeen: string | null = null;
  /** A look is due: the last answer may be of the session before. */
  let looksWhenCalm = false;
  let answeredAt = Number.NEGATIVE_INFINITY;

  const ageOf = (moment: number) => Math.abs(clock.computerNow() - moment);

  async function settle(tokens: ProfileToken[], signedOut: boolean): Promise<void> {
    const before = new Set((await kept.get())?.tokens.map(({ profileId }) => profileId));
    const after = new Set(tokens.map(({ profileId }) => profileId));
    await kept.set({ tokens, signedOut, checkedAt: clock.computerNow() });
    const same = before.size === after.size && [...after].every((id) => before.has(id));
    if (tokens.length > 0) onKept();
    if (!same) await onChange(after);
  }

  /** Once, whatever the cookie does because of it: answers that always set the cookie make nobody ask for ever. */
  function settleLater(): void {
    if (looksWhenCalm) return;
    looksWhenCalm = true;
    const dropsBefore = drops;
    setTimeout(async () => {
      if (dropsBefore === drops) await ask();
      setTimeout(() => {
        looksWhenCalm = false;
      }, 2 * aftermath);
    }, calm);
  }

  async function askOnce(): Promise<Result<ProfileToken[]>> {
    const answer = await read();
    if (answer.ok) return succeed(answer.value.tokens);
    // A school's filter and a robot check answer so, too: only with the session's cookie gone it means that nobody is there.
    const isOut = answer.problem.kind === 'unreadable' && !(await hasSession());
    return isOut ? fail(problem('messenger', 'signedOut', 'web_token: no answer and no session')) : answer;
  }

  /** Asks until the session is the same before and behind it, {@link mostAgain} times more at most. */
  async function askFor(dropsBefore: number): Promise<Result<ProfileToken[]>> {
    const asked = generation;
    const answer = await askOnce();
    const isLast = again >= mostAgain;
    if (asked === generation || isLast) await take(answer, dropsBefore);
    // The cookie may change while an answer is put away, too: it is of the session before.
    if (asked === generation) return answer;
    if (!isLast) {
      again += 1;
      return askFor(dropsBefore);
    }
    settleLater();
    return answer;
  }

  async function take(answer: Result<ProfileToken[]>, dropsBefore: number): Promise<void> {
    answeredAt = clock.computerNow();
    failure = null;
    if (answer.ok) lastSeen = JSON.stringify(answer.value.map(({ profileId }) => profileId));
    else if (answer.problem.kind === 'signedOut') lastSeen = 'nobody';
    if (dropsBefore !== drops) return;
    if (answer.ok) {
      vain = 0;
      await settle(answer.value, false);
    } else if (answer.problem.kind === 'signedOut') await settle([], true);
    else failure = { problem: answer.problem, at: answeredAt };
  }

  function ask(): Promise<Result<ProfileToken[]>> {
    if (!asking && ageOf(answeredAt) >= aftermath) again = 0;
    asking ??= askFor(drops).finally(() => {
      asking = null;
    });
    return asking;
  }

  /** After a change of session; a session that keeps changing is not followed at each change. */
  function askInDoubt(): Promise<Result<ProfileToken[]>> {
    const now = clock.computerNow();
    const pause = pauseBeforeFollowing(followed, now);
    if (pause > 0) {
      const retryAt = clock.now() + pause;
      return Promise.resolve(
        fail(problem('messenger', 'rateLimited', 'web_token: the session keeps changing', retryAt)),
      );
    }
    followed = [...followed.slice(-2), now];
    return ask();
  }

  /** Whether a question is answered soon: then the cookie may have been the answer's own. */
  async function isAnswered(question: Promise<Result<ProfileToken[]>>): Promise<boolean> {
    const answer = await inTime(question, aftermath);
    return answer !== null && (answer.ok || answer.problem.kind === 'signedOut');
  }

  async function doubt(): Promise<true> {
    failure = null;
    const known = await kept.get();
    await kept.set({ tokens: (known?.tokens ?? []).map(withoutToken), signedOut: false, checkedAt: 0 });
    return true;
  }

  return {
    async fresh(maximumAge = presenceLifetime) {
      const known = await kept.get();
      return known && isBelieved(known, maximumAge, clock) ? known.tokens : null;
    },
    async hasNoProfile() {
      const known = await kept.get();
      return known?.signedOut === false && known.tokens.length === 0 && isBelieved(known, presenceLifetime, clock);
    },
    async read({ maximumAge = presenceLifetime, byPerson = false } = {}) {
      if (byPerson) {
        // A question that was out before the person said so may have been answered for the one before.
        const underWay = await asking;
        const answer = underWay && !underWay.ok && underWay.problem.kind !== 'signedOut' ? underWay : await ask();
        if (!answer.ok && answer.problem.kind === 'signedOut') vain += 1;
        return answer;
      }
      const known = await kept.get();
      if (known && isBelieved(known, maximumAge, clock))
        return known.signedOut ? fail(problem('messenger', 'signedOut', 'as before')) : succeed(known.tokens);
      if (asking) return asking;
      if (failure && ageOf(failure.at) < failureLifetime) return fail(failure.problem);
      return known?.checkedAt === 0 ? askInDoubt() : ask();
    },
    async known() {
      const known = await kept.get();
      return known && known.checkedAt > 0 ? known.tokens : null;
    },
    looksInVain: () => vain,
    pauseInDoubt: () => pauseBeforeFollowing(followed, clock.computerNow()),
    async isInDoubt() {
      return (await kept.get())?.checkedAt === 0;
    },
    async noteCookie() {
      generation += 1;
      const before = lastSeen;
      if (!asking && ageOf(answeredAt) >= aftermath) return doubt();
      if (!asking && again >= mostAgain) {
        settleLater();
        return false;
      }
      if (!asking) again += 1;
      if (await isAnswered(ask())) return before !== null && lastSeen !== before;
      // Nobody says whose session it is. In doubt already, a cookie of each failure would make us ask without end.
      if (!(await kept.get())?.checkedAt || isDoubting) return false;
      isDoubting = true;
      return doubt().finally(() => {
        isDoubting = false;
      });
    },
    forgetFailure() {
      failure = null;
    },
    async drop() {
      failure = null;
      drops += 1;
      await kept.set(null);
    },
    deleteDead: () => deleteDeadTokens(kept, clock.now()),
  };
}
