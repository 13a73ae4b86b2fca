/** The part of a diary where its menu and its lessons are: where our content script works. */
export const personalAreaPath = '/personal-area/';

/** That part of a diary as a match pattern. */
export function personalAreaOf(origin: string): string {
  return `${origin}${personalAreaPath}*`;
}

/** The page of a diary where its lessons are. */
export function diaryPage(origin: string): string {
  return `${origin}${personalAreaPath}#diary`;
}

/** Names of hosts in Russian letters: browsers give them encoded only. */
const russianHosts: Readonly<Record<string, string>> = {
  'xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai': 'школа.образование33.рф',
};

/** A host as people read it. */
export function readableHost(origin: string): string {
  const { host } = new URL(origin);
  return russianHosts[host] ?? host;
}

/** A diary as people know it: its region, or the host of one that they added. */
export function diaryName({ origin, region }: { origin: string; region: string }): string {
  return region === new URL(origin).host ? readableHost(origin) : region;
}
