/** Everything of the stand that a test may break. */
export type EndpointName =
  | `diary.${DiaryEndpoint}`
  | `vkid.${VkidEndpoint}`
  | `messenger.${'webToken' | 'page'}`
  | `api.${ApiMethodName}`
  | `host.${ApiHostName}`
  | 'sferum.invitation'
  | 'photos';

export type DiaryEndpoint =
  | 'login'
  | 'loginPage'
  | 'personalArea'
  | 'GetPersonData'
  | 'SetChild'
  | 'GetDiary'
  | 'GetWeekSchedule'
  | 'GetMonthSchedule'
  | 'GetHomeworkFromRange'
  | 'getInBoxMessages'
  | 'getInBoxCount';

export type VkidEndpoint = 'authorize' | 'token' | 'userInfo' | 'revoke';

export type ApiMethodName =
  | 'users.get'
  | 'messages.getConversations'
  | 'messages.searchConversations'
  | 'messages.getScheduledCalls'
  | 'messages.getCurrentCalls'
  | 'execute';

/** A whole host of the API: `host.api.vk.me` down, for example. */
export type ApiHostName = 'api.vk.me' | 'api.vk.com' | 'api.vk.ru';

export type Fault = FaultKind & {
  /** How many requests get it; every one when left out. */
  readonly times?: number;
};

export type FaultKind =
  /** This HTTP status and a short text. */
  | { readonly kind: 'status'; readonly status: number }
  /** The HTML of a sign-in page with status 200. */
  | { readonly kind: 'html' }
  /** To a page on another host: a school's filter, a check for robots, a session that is being renewed. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** The diary's `faultcode`. */
  | { readonly kind: 'fault'; readonly code: string }
  /** An `error_code` of VK's API. */
  | { readonly kind: 'vkError'; readonly code: number }
  /** An `error` of VK ID; at `vkid.authorize` it comes back in the redirect. */
  | { readonly kind: 'oauthError'; readonly error: string }
  /** The right answer, so much later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection breaks, as when offline. */
  | { readonly kind: 'reset' }
  /** The server does not know this method. */
  | { readonly kind: 'unknownMethod' }
  /** This body with status 200: a text as it is, anything else as JSON. */
  | { readonly kind: 'body'; readonly body: unknown };

export interface Faults {
  /** From now on this endpoint fails so. */
  set(endpoint: EndpointName, fault: Fault): void;
  /** Repairs one endpoint, or all. */
  clear(endpoint?: EndpointName): void;
  /** The fault for the request being served now; counts `times` down. */
  take(endpoint: EndpointName): Fault | undefined;
}

/** Faults, none set. */
export function createFaults(): Faults {
  const set = new Map<EndpointName, { fault: Fault; left: number }>();
  return {
    set(endpoint, fault) {
      set.set(endpoint, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear(endpoint) {
      if (endpoint === undefined) set.clear();
      else set.delete(endpoint);
    },
    take(endpoint) {
      const entry = set.get(endpoint);
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) set.delete(endpoint);
      return entry.fault;
    },
  };
}
