import type { Context } from '../../context.ts';
import { ApiRefusal } from '../api-error.ts';
import type { ApiToken } from '../state.ts';

/** One call of a method of the API: who asks, and with what. */
export interface MethodCall {
  readonly context: Context;
  readonly token: ApiToken;
  readonly parameters: URLSearchParams;
}

export type Method = (call: MethodCall) => unknown;

/**
 * A whole number among the parameters.
 *
 * @throws ApiRefusal 100 when it is none, or not within the bounds
 */
export function wholeNumber(call: MethodCall, name: string, usual: number, least: number, most: number): number {
  const text = call.parameters.get(name);
  if (text === null || text === '') return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ApiRefusal(100, `One of the parameters specified was missing or invalid: ${name} is invalid`);
  }
  return value;
}

/** The names listed in `fields`. */
export function requestedFields(call: MethodCall): Set<string> {
  const names = (call.parameters.get('fields') ?? '').split(',').map((name) => name.trim());
  return new Set(names.filter((name) => name !== ''));
}
