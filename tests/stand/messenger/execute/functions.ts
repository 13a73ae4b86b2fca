import { ScriptFailure } from './script-error.ts';
import type { ScriptValue } from './value.ts';

/** Calls one of VKScript's own functions: of an array, of a text, or `parseInt` and its like. */
export function callFunction(owner: ScriptValue, name: string, values: readonly ScriptValue[]): ScriptValue {
  const [first = null, second = null] = values;
  const end = second === null ? undefined : Number(second);
  if (Array.isArray(owner)) {
    switch (name) {
      case 'push':
        return owner.push(first);
      case 'pop':
        return owner.pop() ?? null;
      case 'shift':
        return owner.shift() ?? null;
      case 'unshift':
        return owner.unshift(first);
      case 'slice':
        return owner.slice(Number(first), end);
      case 'splice':
        return owner.splice(Number(first), end ?? owner.length, ...values.slice(2));
      case 'indexOf':
        return owner.indexOf(first);
      case 'join':
        return owner.join(first === null ? ',' : String(first));
      case 'concat':
        return owner.concat(first);
    }
  }
  if (typeof owner === 'string') {
    if (name === 'substr') return owner.slice(Number(first), end === undefined ? undefined : Number(first) + end);
    if (name === 'split') return owner.split(String(first));
    if (name === 'indexOf') return owner.indexOf(String(first));
  }
  if (name === 'parseInt') return Math.trunc(Number(first)) || 0;
  if (name === 'parseDouble') return Number(first) || 0;
  if (name === 'toString') return String(owner);
  throw new ScriptFailure(`unknown function ${name}`);
}
