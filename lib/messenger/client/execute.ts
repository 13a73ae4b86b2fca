import * as z from 'zod/mini';
import { isRecord, readItems, whole } from '@/lib/messenger/answers/read';

/** One method inside `execute`. */
export interface MethodCall {
  method: string;
  parameters: Readonly<Record<string, string | number>>;
}

/** A method that failed inside `execute`. */
export interface InnerError {
  method: string;
  code: number;
}

/**
 * Writes the VKScript that calls each method and returns an object with each answer under its name:
 * `return {"chats":API.messages.getConversations({"count":100})};`
 */
export function toScript(calls: Readonly<Record<string, MethodCall>>): string {
  const fields = Object.entries(calls).map(
    ([name, { method, parameters }]) => `${JSON.stringify(name)}:API.${method}(${JSON.stringify(parameters)})`,
  );
  return `return {${fields.join(',')}};`;
}

const innerErrorSchema = z.object({ method: z.string(), error_code: whole });

/** Reads `execute_errors`; what cannot be read is left out. */
export function readInnerErrors(raw: unknown): InnerError[] {
  const read = readItems(raw, (item): InnerError | null => {
    const parsed = innerErrorSchema.safeParse(item);
    return parsed.success ? { method: parsed.data.method, code: parsed.data.error_code } : null;
  });
  return read?.items ?? [];
}

/** Of an inner method that failed without a word. */
const unknownError = 1;

/**
 * Says which of the calls failed, and with what code. VK puts `false` in the place of a failed answer and lists the
 * errors in the order of the calls.
 */
export function assignErrors<Name extends string>(
  calls: Readonly<Record<Name, MethodCall>>,
  response: unknown,
  errors: readonly InnerError[],
): Partial<Record<Name, number>> {
  const left = [...errors];
  const codes: Partial<Record<Name, number>> = {};
  for (const name of Object.keys(calls) as Name[]) {
    const answer = isRecord(response) ? response[name] : undefined;
    if (answer !== false && answer !== undefined) continue;
    const index = left.findIndex((error) => error.method === calls[name].method);
    const [error] = index < 0 ? [] : left.splice(index, 1);
    codes[name] = error?.code ?? unknownError;
  }
  return codes;
}
