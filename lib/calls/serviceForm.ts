/** What a form of addresses is, and the rules for hosts that all services share. */

/** A query key that is kept; all others are dropped. */
export interface QueryRule {
  key: string;
  /** Form of the value as written: another encoded value is never accepted. */
  form: RegExp;
  /** `id` is what tells the call from others, `needed` must be there, `optional` is kept when it has the form. */
  role: 'id' | 'needed' | 'optional';
}

/** One form of a service's addresses. */
export interface ServiceForm {
  /** Exact hosts; `*.` stands for exactly one label. */
  hosts: readonly string[];
  /** The whole path as written, without a slash at its end. Its groups, joined by a slash, tell the call from others. */
  path: RegExp;
  query?: readonly QueryRule[];
  /** Path and query stand behind `#`, and are opened there. */
  isBehindHash?: true;
  /** Rooms of different hosts are different rooms. Elsewhere the host says nothing of the call. */
  isRoomOfHost?: true;
  /** The address that is opened in place of the written one, by the first group of the path. */
  opensAs?: (id: string) => string;
}

/** VK's own hosts. */
export const vkHosts = ['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru'];

/** Hosts of the services themselves that `*.` does not stand for. */
export const reservedLabels =
  /^(?:xn--.*|www\d*|api|app|admin|assets|auth|blog|cdn|dev|dl|docs|download|files|go|help|id|img|login|m|mail|my|static|status|st|stage|support|test|updates?)$/;

/** VK copies a foreign address as its own redirect; what it leads to stands in one query key, encoded. */
export const redirects = { hosts: vkHosts, path: '/away.php', key: 'to' } as const;
