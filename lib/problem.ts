/** Which service a problem was met at. */
export type Service = 'diary' | 'vkid' | 'messenger';

/**
 * Everything that can go wrong outside this program, as a closed union. Each kind has one sentence for people in
 * `_locales` (`problem_<service>_<kind>` or `problem_<kind>`) and `detail` for developers, which holds nothing personal.
 */
export type ProblemKind =
  /** The service could not be reached at all. */
  | 'offline'
  /** It did not answer in time. */
  | 'slow'
  /** Nobody is signed in there, or the session is over. */
  | 'signedOut'
  /** The browser no longer lets the extension talk to the host. */
  | 'notPermitted'
  /** The person does not want the service to be asked: «Не обращаться к VK». */
  | 'switchedOff'
  /** The person may not see this, or the profile is blocked or deleted. */
  | 'noAccess'
  /** Too many requests; `retryAt` says when to try again. */
  | 'rateLimited'
  /** The service wants a captcha, a validation or a confirmation from the person. */
  | 'captcha'
  /** The answer is too large: ask for less. */
  | 'tooLarge'
  /** The server does not know the method. */
  | 'unknownMethod'
  /** The service is broken for now: 5xx, or VK's own internal error. */
  | 'serverError'
  /** The answer is not what it should be: HTML for JSON, another shape. */
  | 'unreadable'
  /** The request was refused as wrong: a defect of ours. */
  | 'badRequest'
  /** The person closed the window or said no. */
  | 'cancelled'
  /** Another sign-in window is still open. */
  | 'windowOpen'
  /** The sign-in answer does not belong to this attempt, or came too late. */
  | 'staleAnswer'
  /** What was answered could not be kept: the disk is full. */
  | 'notKept';

export interface Problem {
  kind: ProblemKind;
  service: Service;
  /** For developers: method, status, code. Never a name, a text, an address with a query, or a token. */
  detail?: string;
  /** Unix milliseconds on the corrected clock, with `rateLimited`. */
  retryAt?: number;
}

/** How often each kind was met since this context began: in memory alone, told to support as numbers. */
const met = new Map<string, { service: Service; kind: ProblemKind; count: number }>();

/** The kinds of problems met since this context began. */
export function problemsMet(): { service: Service; kind: ProblemKind; count: number }[] {
  return [...met.values()];
}

/** Makes a problem, which counts as met. */
export function problem(service: Service, kind: ProblemKind, detail?: string, retryAt?: number): Problem {
  const key = `${service} ${kind}`;
  met.set(key, { service, kind, count: (met.get(key)?.count ?? 0) + 1 });
  return {
    kind,
    service,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAt === undefined ? {} : { retryAt }),
  };
}
