/** Cookies of a `Cookie` header, by name. */
export function parseCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of (header ?? '').split(';')) {
    const [name = '', ...value] = part.trim().split('=');
    if (name) cookies[name] = value.join('=');
  }
  return cookies;
}

/** A cookie of a diary: an ordinary first-party one. */
export function diaryCookie(name: string, value: string, httpOnly: boolean): string {
  return `${name}=${value}; Path=/; SameSite=Lax; Secure${httpOnly ? '; HttpOnly' : ''}`;
}

/**
 * A session cookie of VK, sent from other sites too.
 *
 * @param domain also its sub-domains; the host alone where not said
 */
export function vkCookie(name: string, value: string, domain?: string): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=31536000${domain ? `; Domain=${domain}` : ''}`;
}

/** Removes a cookie set by `vkCookie` or `diaryCookie`. */
export function noCookie(name: string, domain?: string): string {
  return `${name}=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0${domain ? `; Domain=${domain}` : ''}`;
}
