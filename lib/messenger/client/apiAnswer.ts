import type { JsonAnswer } from '@/lib/http';
import { isRecord, whole } from '@/lib/messenger/answers/read';
import { type InnerError, readInnerErrors } from './execute';

/** What VK answered: `response`, not yet checked. */
export interface Answer {
  /** Of one method, or of `execute` by name. */
  response: unknown;
  innerErrors: InnerError[];
}

export type ApiAnswer =
  | ({ kind: 'answer' } & Answer)
  | { kind: 'error'; code: number }
  | { kind: 'unreadable'; detail: string };

/** Reads an answer of VK's API. VK answers with status 200 either way, so the body alone decides. */
export function readApiAnswer({ status, json }: JsonAnswer): ApiAnswer {
  if (!isRecord(json)) return { kind: 'unreadable', detail: `status ${status}, no object` };
  if ('error' in json) {
    const code = whole.safeParse(isRecord(json.error) ? json.error.error_code : undefined);
    return code.success ? { kind: 'error', code: code.data } : { kind: 'unreadable', detail: 'error without a code' };
  }
  if (!('response' in json)) return { kind: 'unreadable', detail: `status ${status}, no response` };
  return { kind: 'answer', response: json.response, innerErrors: readInnerErrors(json.execute_errors) };
}
