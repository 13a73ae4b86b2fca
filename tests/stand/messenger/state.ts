/** One account signed in to VK Мессенджер in one browser. */
export interface SignedAccount {
  /** Key of the person. */
  readonly person: string;
  readonly educational: boolean;
  readonly personal: boolean;
}

/** One browser signed in to VK Мессенджер, with one account or several. */
export interface MessengerSession {
  accounts: SignedAccount[];
  /** Key of the person whose profile is open. */
  active: string;
}

/** A token for the API, as `web_token` gives it. */
export interface ApiToken {
  readonly userId: number;
  readonly profileType: 0 | 2;
  /** Key of the person. */
  readonly person: string;
  readonly session: MessengerSession;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  revoked: boolean;
}

/** A way from one VK host to the next during sign-in. */
export interface Ticket {
  readonly account?: SignedAccount;
  readonly session?: MessengerSession;
  readonly to: string;
}

/** How often one token has asked. Times are of the computer's clock: a moved clock must not distort them. */
export interface Rate {
  /** Requests of the last second. */
  recent: number[];
  /** Refusals of the last ten seconds. */
  refused: number[];
  blockedUntil: number;
}

export interface MessengerState {
  /** By the value of `remixdsid`. */
  sessions: Map<string, MessengerSession>;
  /** By the value of `sferumsid`, the cookie of sferum.ru. */
  sferumSessions: Map<string, MessengerSession>;
  tickets: Map<string, Ticket>;
  tokens: Map<string, ApiToken>;
  rates: Map<string, Rate>;
  /** Whether the session's cookie is the host's own or that of the whole domain. */
  cookieOf: 'web.vk.me' | 'vk.me';
  /** What an answer of `web_token` sets: nothing, the language, or the session's own cookie to a new value. */
  tokenSets: 'nothing' | 'language' | 'session';
  /** How `web_token` says that nobody is signed in. */
  signedOut: 'object' | 'html' | 'redirect';
  tokenLifetimeSeconds: number;
  requestsPerSecond: number;
  /** So many refusals within ten seconds, and the token is blocked with `floodCode` for `floodSeconds`. */
  floodAfter: number;
  floodCode: 9 | 29;
  floodSeconds: number;
  /** What a POST with an `Origin` that is none of VK's is answered by: as any other, by 403, or by a page. */
  foreignPosts: 'served' | 'forbidden' | 'page';
  /** Characters of the largest answer of `execute`; above is error 13. */
  executeAnswerLimit: number;
  /** The largest page of `messages.getScheduledCalls`. */
  scheduledCallsPage: number;
}

/** Nobody is signed in, everything as usual. */
export function createMessengerState(): MessengerState {
  return {
    sessions: new Map(),
    sferumSessions: new Map(),
    tickets: new Map(),
    tokens: new Map(),
    rates: new Map(),
    cookieOf: 'web.vk.me',
    tokenSets: 'nothing',
    signedOut: 'object',
    tokenLifetimeSeconds: 86_400,
    requestsPerSecond: 3,
    floodAfter: 10,
    floodCode: 9,
    floodSeconds: 60,
    foreignPosts: 'served',
    executeAnswerLimit: 5_000_000,
    scheduledCallsPage: 100,
  };
}
