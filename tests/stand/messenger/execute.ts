import { ApiRefusal } from './api-error.ts';
import type { MethodCall } from './methods/call.ts';
import { isMethod, METHODS } from './methods/index.ts';

const MOST_CALLS = 25;

/** Of all VKScript what the product sends: `return {"name":API.method({"key":1}),…};`. */
const SCRIPT = /^return \{(.*)\};$/s;
const CALL = /"(\w+)":API\.([\w.]+)\((\{(?:"(?:[^"\\]|\\.)*"|[^"])*?\})\)(?:,|$)/gy;

interface ScriptCall {
  readonly name: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

interface InnerError {
  readonly method: string;
  readonly error_code: number;
  readonly error_msg: string;
}

/**
 * `execute`: makes the calls of `code`. One that fails inside gives `false` and is told in `execute_errors`.
 *
 * @throws ApiRefusal 100 without code, 12 for a script that is not of this form, 13 for one that calls or answers too much
 */
export function execute(call: MethodCall): unknown {
  const code = call.parameters.get('code');
  if (!code) throw new ApiRefusal(100, 'One of the parameters specified was missing or invalid: code is undefined');
  const calls = readScript(code);
  if (calls.length > MOST_CALLS) throw new ApiRefusal(13);
  const errors: InnerError[] = [];
  const response = Object.fromEntries(
    calls.map(({ name, method, parameters }) => {
      try {
        return [name, callInside(call, method, parameters)];
      } catch (error) {
        if (!(error instanceof ApiRefusal)) throw error;
        errors.push({ method, error_code: error.code, error_msg: error.message });
        return [name, false];
      }
    }),
  );
  if (JSON.stringify(response).length > call.context.world.messenger.executeAnswerLimit) throw new ApiRefusal(13);
  return { response, ...(errors.length > 0 ? { execute_errors: errors } : {}) };
}

function readScript(code: string): ScriptCall[] {
  const body = SCRIPT.exec(code)?.[1] ?? '';
  const found = [...body.matchAll(CALL)];
  if (body === '' || found.map(([whole]) => whole).join('') !== body) throw new ApiRefusal(12);
  return found.map(([, name = '', method = '', parameters = '']) => ({
    name,
    method,
    parameters: JSON.parse(parameters),
  }));
}

function callInside(call: MethodCall, method: string, given: ScriptCall['parameters']): unknown {
  if (!isMethod(method)) throw new ApiRefusal(3);
  const fault = call.context.faults.take(`api.${method}`);
  if (fault?.kind === 'vkError') throw new ApiRefusal(fault.code);
  if (fault?.kind === 'unknownMethod') throw new ApiRefusal(3);
  if (fault?.kind === 'body') return fault.body;
  // Any other way to fail belongs to a connection, and an inner call has none.
  if (fault && fault.kind !== 'slow') throw new ApiRefusal(10);
  const parameters = new URLSearchParams(Object.entries(given).map(([key, value]) => [key, String(value)]));
  return METHODS[method]({ ...call, parameters });
}
