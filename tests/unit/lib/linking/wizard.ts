import { createClock } from '@/lib/clock';
import { mayOpen } from '@/lib/conflict/mayOpen';
import type { DiaryAccount } from '@/lib/diary/types';
import type { Fetch, HttpDependencies } from '@/lib/http';
import { advance } from '@/lib/linking/machine';
import type { ConflictOf, Linking, LinkingEffect, LinkingEvent, PeopleHere } from '@/lib/linking/steps';
import type { Link } from '@/lib/linking/types';
import { readProfiles } from '@/lib/messenger/answers/webToken';
import { createApi } from '@/lib/messenger/client/api';
import { createRequests } from '@/lib/messenger/client/requests';
import { withToken } from '@/lib/messenger/client/withToken';
import type { EduProfile } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { type ExpectedRedirect, readRedirect, startAuthorization } from '@/lib/vkid/authorization';
import { createVkIdClient } from '@/lib/vkid/vkidClient';
import type { Stand } from '@/tests/stand/stand.ts';
import { Client } from '@/tests/unit/stand/client.ts';
import { REDIRECT } from '@/tests/unit/stand/sign-in.ts';
import { link } from './samples';
import { stepInWords } from './words';

/** `fetch` as an extension's background has it: every host is the stand, cookies only where they are asked for. */
export function standFetch(stand: Stand, jar: Client): Fetch {
  const stranger = new Client(stand);
  return async (url, init = {}) => {
    const client = init.credentials === 'include' ? jar : stranger;
    const headers = Object.fromEntries(new Headers(init.headers));
    const form = init.body ? Object.fromEntries(new URLSearchParams(String(init.body))) : null;
    const sending = { method: init.method ?? 'GET', headers, ...(form ? { form } : {}) };
    const aborted = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
    const { status, headers: received, body } = await Promise.race([client.send(String(url), sending), aborted]);
    const pairs = Object.entries(received).flatMap(([name, value]) =>
      value === undefined || name === 'set-cookie' ? [] : [[name, String(value)] as [string, string]],
    );
    return new Response(body === '' ? null : body, { status, headers: pairs });
  };
}

export interface WizardOptions {
  stand: Stand;
  /** The person's browser. */
  client: Client;
  account: DiaryAccount;
  withVkid?: boolean;
  links?: Link[];
  /** What the person does in VK ID's window: from its address to the one it ends at, `null` when they close it. */
  signIn: (address: string) => Promise<string | null>;
  /** How long an answer may take, milliseconds. */
  patience?: number;
}

/** Linking as the background does it, with the real clients and no browser: effects are done to their end, one by one. */
export class Wizard {
  linking: Linking | null = null;
  readonly links: Link[];
  /** What was opened, focused or closed, in order. */
  readonly windows: string[] = [];
  /** Why VK ID's part ended, if it failed. */
  vkidProblem: Problem | null = null;
  /** Name at VK ID, for «Проверьте данные». */
  vkidName: string | null = null;
  readonly dependencies: HttpDependencies;
  readonly #options: WizardOptions;

  constructor(options: WizardOptions) {
    this.#options = options;
    this.links = options.links ?? [];
    this.dependencies = {
      fetch: standFetch(options.stand, options.client),
      clock: createClock(),
      timeoutMs: options.patience ?? 5000,
    };
  }

  get step(): string {
    return stepInWords(this.linking?.step);
  }

  begin(): Promise<void> {
    const { account, withVkid = true } = this.#options;
    return this.happen({ type: 'begin', account, withVkid });
  }

  choose(profileId: number): Promise<void> {
    const profiles = this.linking?.step.name === 'choice' ? this.linking.step.profiles : [];
    return this.happen({ type: 'choose', profileId, conflictOf: this.#conflicts(profiles) });
  }

  async happen(event: LinkingEvent): Promise<void> {
    const { linking, effects } = advance(this.linking, event, { now: Date.now(), owner: 'here' });
    this.linking = linking;
    for (const effect of effects) await this.#run(effect);
  }

  async #run(effect: LinkingEffect): Promise<void> {
    switch (effect.type) {
      case 'readPeople': {
        const people = await this.#people();
        const profiles = people.kind === 'profiles' ? people.profiles : [];
        return this.happen({ type: 'peopleRead', people, conflictOf: this.#conflicts(profiles) });
      }
      case 'openVkid': {
        const { attempt } = effect;
        const outcome = await this.#vkid();
        this.vkidProblem = outcome.ok ? null : outcome.problem;
        return this.happen(
          outcome.ok ? { type: 'vkidDone', attempt } : { type: 'vkidFailed', attempt, problem: outcome.problem },
        );
      }
      case 'openMessenger':
        this.windows.push('messenger');
        return this.happen({ type: 'windowOpened' });
      case 'saveLink': {
        const { profile, samePersonConfirmed } = effect;
        const { key, fullName, role } = this.#options.account;
        const profileName = `${profile.firstName} ${profile.lastName}`;
        const made = { accountKey: key, accountName: fullName, accountRole: role, profileId: profile.id, profileName };
        this.links.push(link({ ...made, samePersonConfirmed }));
        return undefined;
      }
      default:
        this.windows.push(effect.type);
    }
  }

  #conflicts(profiles: EduProfile[]): ConflictOf {
    const { linking, links } = this;
    return ({ id }) => {
      const verdict = mayOpen({
        purpose: 'linking',
        account: linking?.account ?? null,
        here: { kind: 'profiles', profiles },
        links,
        profileId: id,
        samePersonConfirmed: linking?.samePersonProfileId === id,
      });
      return verdict.kind === 'conflict' ? verdict : null;
    };
  }

  async #people(): Promise<PeopleHere> {
    const signedIn = await readProfiles(this.dependencies);
    if (!signedIn.ok) {
      // As the background's keeper of presence takes it.
      const isOut = signedIn.problem.kind === 'unreadable' && !this.#options.client.cookie('web.vk.me', 'remixdsid');
      return isOut ? { kind: 'signedOut' } : { kind: 'problem', problem: signedIn.problem };
    }
    const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const requests = createRequests(createApi({ ...this.dependencies, wait }));
    const profiles: EduProfile[] = [];
    for (const token of signedIn.value.tokens) {
      const profile = await withToken(
        async () => succeed(token),
        (used) => requests.readProfile(used),
      );
      if (!profile.ok) return { kind: 'problem', problem: profile.problem };
      profiles.push(profile.value);
    }
    return { kind: 'profiles', profiles };
  }

  async #vkid(): Promise<Result<null>> {
    const { stand, signIn } = this.#options;
    const started = await startAuthorization({
      clientId: stand.appId,
      redirectUri: REDIRECT,
      scope: 'vkid.personal_info',
      language: 'ru',
      scheme: 'light',
    });
    const redirected = await signIn(started.address);
    if (redirected === null) return fail(problem('vkid', 'cancelled', 'popup'));
    const expected: ExpectedRedirect = { state: started.state, redirectUri: REDIRECT };
    const code = readRedirect(redirected, expected);
    if (!code.ok) return code;
    const vkid = createVkIdClient({ ...this.dependencies, clientId: stand.appId });
    const { codeVerifier } = started;
    const tokens = await vkid.exchangeCode({ ...code.value, codeVerifier, redirectUri: REDIRECT });
    if (!tokens.ok) return tokens;
    const user = await vkid.userInfo(tokens.value.accessToken);
    this.vkidName = user.ok ? `${user.value.firstName} ${user.value.lastName}` : null;
    return succeed(null);
  }
}
