import type { CallService } from '@/lib/calls/types';
import { words } from '@/lib/words';

/** The name of a calling service as people know it. */
export function serviceWords(service: CallService): string {
  return words(service === 'vk' ? 'menuLinked' : `service_${service}`);
}
