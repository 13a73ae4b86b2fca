import type { Problem, Service } from '@/lib/problem';
import { type MessageKey, words } from '@/lib/words';

const services: Record<Service, MessageKey> = {
  diary: 'serviceDiary',
  vkid: 'serviceVkid',
  messenger: 'serviceMessenger',
};

/** What happened and what to do, in one or two sentences. */
export function problemWords({ kind, service }: Problem): string {
  if (kind === 'noAccess' && service === 'diary') return words('problem_diary_noAccess');
  return words(`problem_${kind}`, words(services[service]));
}
