import type { CallService } from '@/lib/calls/types';
import { firstServices, type ServiceSamples } from './firstServices.samples';
import { otherServices } from './otherServices.samples';

/** Every form of every service, row by row: a service without samples does not compile. */
export const serviceSamples: Record<CallService, ServiceSamples> = { ...firstServices, ...otherServices };

/** Services that cannot be told by their host, and addresses that hide theirs. */
export const unknownServices: readonly string[] = [
  'https://trueconf.school4.ru/c/1234567',
  'https://bbb.school4.ru/b/abc-def-ghi',
  'https://bbb.school4.ru/rooms/abc-def-ghi-jkl/join',
  'https://clck.ru/3ABCDE',
  'https://vk.cc/cABCDE',
  'https://goo.su/AbCd',
  'https://discord.gg/abcdef',
  'https://us.bbcollab.com/guest/0123456789abcdef',
];
