/** Recognition of one address: it is opened only when it is proven, against the table of services, to open a call. */
import { messengerAddress } from '@/lib/sites/messenger';
import { callServices } from './callServices';
import { type QueryRule, redirects, reservedLabels, type ServiceForm } from './serviceForm';
import type { CallService, JoinLink } from './types';

/** An address as it is written, in its parts. */
interface Written {
  host: string;
  /** `/` where nothing is written. */
  path: string;
  query: string;
  hash: string;
}

const longestAddress = 2048;

const forms = Object.entries(callServices).flatMap(([service, all]) =>
  all.map((form: ServiceForm) => ({ service: service as CallService, form })),
);

/**
 * Recognises an address that opens a call.
 *
 * The address must be whole and plain: https or http (opened as https), an exact host with no credentials and no port (a
 * written `:443` neither), no encoded, hidden or foreign character that its form does not have. It is read by `URL` and by eye,
 * and both must see the same. VK's redirect is read once, never twice.
 *
 * @returns the call's plain address, which alone may be opened; `null` for anything else
 */
export function recognizeJoinLink(address: string): JoinLink | null {
  const written = readWritten(address);
  if (!written) return null;
  const target = isRedirect(written) ? readWritten(redirectTarget(written)) : written;
  return target && recognizeWritten(target);
}

function recognizeWritten(written: Written): JoinLink | null {
  for (const { service, form } of formsOf(written.host)) {
    const place = form.isBehindHash ? behindHash(written) : written;
    const found = place && matchPath(form.path, place.path);
    const query = found && readQuery(form.query ?? [], place.query);
    if (!found || !query) continue;
    const [path, ...ids] = found;
    const kept = query.kept.length ? `?${query.kept.join('&')}` : '';
    const address =
      form.opensAs?.(ids[0] ?? '') ?? `https://${written.host}${form.isBehindHash ? '/#' : ''}${path}${kept}`;
    return {
      service,
      address,
      callKey: `${service}:${[...(form.isRoomOfHost ? [written.host] : []), ...ids, ...query.ids].join('/')}`,
      hostSession: address.startsWith(messengerAddress) ? 'checked' : 'other',
    };
  }
  return null;
}

/** The parts of an address that `URL` and the eye read alike, else `null`. */
function readWritten(address: string): Written | null {
  // Most hold ASCII alone, where it is soon seen that nothing is hidden.
  const isHiding = /[^!-[\]-~]/.test(address) && /[\s\\\p{C}]/u.test(address);
  if (address.length > longestAddress || isHiding) return null;
  const [, written = '', path = '/', query = '', hash = ''] =
    /^https?:\/\/([a-z0-9.-]+)(\/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?$/i.exec(address) ?? [];
  const host = written.toLowerCase();
  const url = URL.parse(address.replace(/^http:/i, 'https:'));
  if (!host || url?.origin !== `https://${host}` || url.pathname !== path) return null;
  return { host, path, query, hash };
}

let lastHost = '';
let lastForms: typeof forms = [];

/** The forms of a host, which they write as it is or with `*` for its first label. What a page holds is mostly of one service. */
function formsOf(host: string): typeof forms {
  if (host !== lastHost) {
    const [label = ''] = host.split('.');
    const isFree = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && !reservedLabels.test(label);
    const free = isFree ? `*${host.slice(label.length)}` : host;
    lastForms = forms.filter(({ form: { hosts } }) => hosts.includes(host) || hosts.includes(free));
    lastHost = host;
  }
  return lastForms;
}

/** The path as its form wants it, with or without a slash at the end. */
function matchPath(form: RegExp, path: string): RegExpExecArray | null {
  return form.exec(path) ?? (path.endsWith('/') ? form.exec(path.slice(0, -1)) : null);
}

/** Where a service keeps all of its address behind `#`, nothing stands before it. */
function behindHash({ path, query, hash }: Written): Pick<Written, 'path' | 'query'> | null {
  if (path !== '/' || query !== '') return null;
  const at = hash.indexOf('?');
  return at < 0 ? { path: hash, query: '' } : { path: hash.slice(0, at), query: hash.slice(at + 1) };
}

function isRedirect({ host, path }: Written): boolean {
  return redirects.hosts.includes(host) && path === redirects.path;
}

/** The address that a redirect leads to, decoded once; empty where it is not encoded as VK does it. */
function redirectTarget({ query }: Written): string {
  const [value, another] = valuesOf(query, redirects.key);
  if (value === undefined || another !== undefined || !/^https?%3a%2f%2f[^/:]+$/i.test(value)) return '';
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** The kept keys as written, in the form's order; `null` when one that must be there is not, or is there twice. */
function readQuery(rules: readonly QueryRule[], query: string): { kept: string[]; ids: string[] } | null {
  const kept: string[] = [];
  const ids: string[] = [];
  for (const { key, form, role } of rules) {
    const [value, another] = valuesOf(query, key);
    if (value !== undefined && another === undefined && form.test(value)) {
      kept.push(`${key}=${value}`);
      if (role === 'id') ids.push(value);
    } else if (role !== 'optional') {
      return null;
    }
  }
  return { kept, ids };
}

function valuesOf(query: string, key: string): string[] {
  return query
    .split('&')
    .filter((pair) => pair.startsWith(`${key}=`))
    .map((pair) => pair.slice(key.length + 1));
}
