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
  /** Only the extension's requests get it: the diary's own page goes on as if nothing were wrong. */
  readonly only?: 'extension';
};

export type FaultKind =
  /** This HTTP status and a short text. */
  | { readonly kind: 'status'; readonly status: number }
  /** The HTML of a sign-in page with status 200. */
  | { readonly kind: 'html' }
  /** To this page, perhaps on another host: a school's filter, a check for robots; the service's sign-in page where none is said. */
  | { readonly kind: 'redirect'; readonly to?: string }
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
  | { readonly kind: 'body'; readonly body: unknown }
  | Spoiling;

/** The right answer, spoilt on its way. */
export type Spoiling =
  /** The connection breaks in its middle. */
  | { readonly kind: 'dropped' }
  /** Its first half, as if that were all. */
  | { readonly kind: 'truncated' }
  /** Every number is a text, every text a number, every flag a text. */
  | { readonly kind: 'otherTypes' }
  /** A list for every object and an object for every list. */
  | { readonly kind: 'otherShapes' }
  /** So many bytes of white space behind it. */
  | { readonly kind: 'large'; readonly bytes: number }
  /** Its `Date` is so much later, milliseconds; negative is earlier. */
  | { readonly kind: 'dateShifted'; readonly by: number }
  /** Its `Date` is this moment, unix milliseconds. */
  | { readonly kind: 'dateOf'; readonly moment: number }
  /** It sets cookies: a balancer's and the language; of VK also a new name of the session. */
  | { readonly kind: 'cookies' };

export interface Faults {
  /** From now on this endpoint fails so. */
  set(endpoint: EndpointName, fault: Fault): void;
  /** Repairs one endpoint, or all. */
  clear(endpoint?: EndpointName): void;
  /** The fault for the request being served now, which the extension made or not; counts `times` down. */
  take(endpoint: EndpointName, isOfExtension?: boolean): Fault | undefined;
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
    take(endpoint, isOfExtension = true) {
      const entry = set.get(endpoint);
      if (!entry || (entry.fault.only === 'extension' && !isOfExtension)) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) set.delete(endpoint);
      return entry.fault;
    },
  };
}
