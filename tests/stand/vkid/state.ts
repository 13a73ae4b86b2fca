import type { AuthorizeRequest } from './authorize-request.ts';
import { type VkidOddities, withoutOddities } from './oddities.ts';

/** A code given to an application; kept after use, so that a second use is noticed. */
export interface AuthorizationCode {
  readonly request: AuthorizeRequest;
  readonly person: string;
  readonly userId: number;
  readonly deviceId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  used: boolean;
  readonly grant: Grant;
}

/** Everything issued for one code lives and dies together. */
export interface Grant {
  revoked: boolean;
}

export interface IssuedToken {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly deviceId: string;
  readonly person: string;
  readonly userId: number;
  readonly scope: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  readonly grant: Grant;
}

export interface VkidState {
  /** Key of the person who is remembered in the browser, by the value of `vkidsid`. */
  browsers: Map<string, string>;
  codes: Map<string, AuthorizationCode>;
  tokens: Map<string, IssuedToken>;
  /** Keys of the people that have let the application in. */
  consents: Set<string>;
  /** HTTP status of every failure: the real one is not to be relied on. */
  failureStatus: number;
  codeLifetimeSeconds: number;
  accessLifetimeSeconds: number;
  /** Whose id the answers carry: it is not known how the two relate. */
  userIdOf: 'vkid' | 'educational';
  oddities: VkidOddities;
}

/** Nobody has signed in. */
export function createVkidState(): VkidState {
  return {
    browsers: new Map(),
    codes: new Map(),
    tokens: new Map(),
    consents: new Set(),
    failureStatus: 200,
    codeLifetimeSeconds: 600,
    accessLifetimeSeconds: 3600,
    userIdOf: 'vkid',
    oddities: withoutOddities,
  };
}
