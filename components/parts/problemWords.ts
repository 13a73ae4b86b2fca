import type { Problem, ProblemKind, Service } from '@/lib/problem';
import { type MessageKey, words } from '@/lib/words';

const services: Record<Service, MessageKey> = {
  diary: 'serviceDiary',
  vkid: 'serviceVkid',
  messenger: 'serviceMessenger',
};

/** Where one service needs another sentence than the others: `problem_<service>_<kind>`. */
const ownWords: Partial<Record<`${Service}_${ProblemKind}`, MessageKey>> = {
  diary_noAccess: 'problem_diary_noAccess',
  diary_signedOut: 'problem_diary_signedOut',
  vkid_badRequest: 'problem_vkid_badRequest',
};

/** What happened and what to do, in one or two sentences. */
export function problemWords({ kind, service }: Problem): string {
  if (kind === 'notKept') return words('settingsFailed');
  const own = ownWords[`${service}_${kind}`];
  return own ? words(own) : words(`problem_${kind}`, words(services[service]));
}

/** Whether VK wants something of the person that they can only do there: signing in, or showing that they are no robot. */
export function asksForPerson({ kind, service }: Problem): boolean {
  return service !== 'diary' && (kind === 'signedOut' || kind === 'captcha');
}
