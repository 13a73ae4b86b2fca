import { ApiRefusal } from '../api-error.ts';
import type { MethodCall } from '../methods/call.ts';
import { isMethod, METHODS } from '../methods/index.ts';
import { parse } from './parse.ts';
import { type ApiCaller, run } from './run.ts';
import { ScriptError, ScriptFailure } from './script-error.ts';
import type { Statement } from './syntax.ts';
import type { ScriptValue } from './value.ts';

const MOST_CALLS = 25;

interface InnerError {
  readonly method: string;
  readonly error_code: number;
  readonly error_msg: string;
}

/**
 * `execute`: runs the VKScript of `code`. A call that fails inside gives `false` and is told in `execute_errors`.
 *
 * @throws ApiRefusal 100 without code, 12 for a script that cannot be read, 13 for one that goes wrong or answers too much
 */
export function execute(call: MethodCall): unknown {
  const code = call.parameters.get('code');
  if (!code) throw new ApiRefusal(100, 'One of the parameters specified was missing or invalid: code is undefined');
  const script = read(code);
  const errors: InnerError[] = [];
  let calls = 0;
  const response = guardedRun(script, call, (method, parameters) => {
    calls += 1;
    if (calls > MOST_CALLS) throw new ScriptFailure('too many API calls');
    try {
      return callInside(call, method, parameters);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      errors.push({ method, error_code: error.code, error_msg: error.message });
      return false;
    }
  });
  if (JSON.stringify(response).length > call.context.world.messenger.executeAnswerLimit) throw new ApiRefusal(13);
  return { response, ...(errors.length > 0 ? { execute_errors: errors } : {}) };
}

function read(code: string): Statement[] {
  try {
    return parse(code);
  } catch (error) {
    if (error instanceof ScriptError) throw new ApiRefusal(12, `Unable to compile code: ${error.message}`);
    throw error;
  }
}

function guardedRun(script: Statement[], call: MethodCall, callApi: ApiCaller): ScriptValue {
  try {
    return run(script, Object.fromEntries(call.parameters), callApi);
  } catch (error) {
    if (!(error instanceof ScriptFailure)) throw error;
    throw new ApiRefusal(13, `Runtime error occurred during code invocation: ${error.message}`);
  }
}

function callInside(call: MethodCall, method: string, given: ScriptValue): ScriptValue {
  if (!isMethod(method)) throw new ApiRefusal(3);
  const fault = call.context.faults.take(`api.${method}`);
  if (fault?.kind === 'vkError') throw new ApiRefusal(fault.code);
  if (fault?.kind === 'unknownMethod') throw new ApiRefusal(3);
  if (fault?.kind === 'body') return fault.body as ScriptValue;
  // Any other way to fail belongs to a connection, and an inner call has none.
  if (fault && fault.kind !== 'slow') throw new ApiRefusal(10);
  const parameters = new URLSearchParams();
  if (given !== null && typeof given === 'object') {
    for (const [name, value] of Object.entries(given)) {
      if (value !== null) parameters.set(name, Array.isArray(value) ? value.join(',') : String(value));
    }
  }
  // A script gets its own copy, as if it had come over the wire.
  return JSON.parse(JSON.stringify(METHODS[method]({ ...call, parameters }))) as ScriptValue;
}
