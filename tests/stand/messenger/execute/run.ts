import { callFunction } from './functions.ts';
import { ScriptFailure } from './script-error.ts';
import type { Expression, Statement } from './syntax.ts';
import type { ScriptValue } from './value.ts';

/** Calls a method of the API: its name and its parameters. */
export type ApiCaller = (method: string, parameters: ScriptValue) => ScriptValue;

const MOST_STEPS = 100_000;

/**
 * Runs a script to its `return`.
 *
 * @param parameters what the script sees as `Args`
 * @throws ScriptFailure when it goes wrong or takes too long
 */
export function run(
  statements: readonly Statement[],
  parameters: Record<string, string>,
  callApi: ApiCaller,
): ScriptValue {
  const variables = new Map<string, ScriptValue>([['Args', { ...parameters }]]);
  let steps = 0;
  let result: { value: ScriptValue } | null = null;

  function perform(statement: Statement): void {
    steps += 1;
    if (steps > MOST_STEPS) throw new ScriptFailure('the script takes too long');
    switch (statement.type) {
      case 'var':
        variables.set(statement.name, statement.value ? evaluate(statement.value) : null);
        return;
      case 'assign':
        assign(statement.target, evaluate(statement.value));
        return;
      case 'expression':
        evaluate(statement.value);
        return;
      case 'return':
        result = { value: statement.value ? evaluate(statement.value) : null };
        return;
      case 'if':
        if (evaluate(statement.test)) perform(statement.yes);
        else if (statement.no) perform(statement.no);
        return;
      case 'while':
        while (!result && evaluate(statement.test)) perform(statement.body);
        return;
      case 'block':
        for (const inner of statement.statements) {
          if (!result) perform(inner);
        }
    }
  }

  function assign(target: Expression, value: ScriptValue): void {
    if (target.type === 'name') variables.set(target.name, value);
    else if (target.type === 'member' || target.type === 'index') {
      const owner = evaluate(target.of);
      if (owner === null || typeof owner !== 'object') throw new ScriptFailure('cannot assign');
      const key = target.type === 'member' ? target.name : String(evaluate(target.index));
      (owner as Record<string, ScriptValue>)[key] = value;
    } else throw new ScriptFailure('cannot assign');
  }

  function evaluate(expression: Expression): ScriptValue {
    switch (expression.type) {
      case 'value':
        return expression.value;
      case 'name':
        return variables.get(expression.name) ?? null;
      case 'array':
        return expression.items.map(evaluate);
      case 'object':
        return Object.fromEntries(expression.entries.map(([name, value]) => [name, evaluate(value)]));
      case 'member':
        return memberOf(evaluate(expression.of), expression.name);
      case 'each': {
        const items = evaluate(expression.of);
        return Array.isArray(items) ? items.map((item) => memberOf(item, expression.name)) : null;
      }
      case 'index':
        return memberOf(evaluate(expression.of), String(evaluate(expression.index)));
      case 'call':
        return call(expression.of, expression.values.map(evaluate));
      case 'unary':
        return unary(expression.sign, evaluate(expression.of));
      case 'binary':
        return binary(expression);
      case 'choice':
        return evaluate(evaluate(expression.test) ? expression.yes : expression.no);
    }
  }

  function call(callee: Expression, values: ScriptValue[]): ScriptValue {
    const method = apiMethod(callee);
    if (method !== null) return callApi(method, values[0] ?? {});
    if (callee.type === 'member') return callFunction(evaluate(callee.of), callee.name, values);
    if (callee.type === 'name') return callFunction(null, callee.name, values);
    throw new ScriptFailure('not a function');
  }

  function binary({ sign, left, right }: Extract<Expression, { type: 'binary' }>): ScriptValue {
    const one = evaluate(left);
    if (sign === '||') return one ? one : evaluate(right);
    if (sign === '&&') return one ? evaluate(right) : one;
    return compute(sign, one, evaluate(right));
  }

  for (const statement of statements) {
    if (!result) perform(statement);
  }
  return (result as { value: ScriptValue } | null)?.value ?? null;
}

function apiMethod(callee: Expression): string | null {
  if (callee.type === 'name') return callee.name === 'API' ? '' : null;
  if (callee.type !== 'member') return null;
  const before = apiMethod(callee.of);
  return before === null ? null : before === '' ? callee.name : `${before}.${callee.name}`;
}

function memberOf(value: ScriptValue, name: string): ScriptValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return null;
  if (typeof value === 'string' || Array.isArray(value)) {
    return name === 'length' ? value.length : (value[Number(name)] ?? null);
  }
  return Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}

function unary(sign: string, value: ScriptValue): ScriptValue {
  if (sign === '!') return !value;
  return sign === '-' ? -Number(value) : Number(value);
}

function compute(sign: string, one: ScriptValue, other: ScriptValue): ScriptValue {
  if (sign === '==') return one === other;
  if (sign === '!=') return one !== other;
  if (sign === '+' && (typeof one === 'string' || typeof other === 'string')) return `${one}${other}`;
  if (sign === '+' && Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  const [left, right] = [Number(one), Number(other)];
  const answers: Readonly<Record<string, () => number | boolean>> = {
    '+': () => left + right,
    '-': () => left - right,
    '*': () => left * right,
    '/': () => left / right,
    '%': () => left % right,
    '<': () => left < right,
    '>': () => left > right,
    '<=': () => left <= right,
    '>=': () => left >= right,
  };
  return answers[sign]?.() ?? null;
}
