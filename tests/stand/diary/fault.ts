import { json, type Reply } from '../http/reply.ts';

/** The diary's way to refuse: status 200 and a `faultcode`. */
export function diaryFault(code: string, text: string): Reply {
  return json({ faultcode: code, faultstring: text });
}
