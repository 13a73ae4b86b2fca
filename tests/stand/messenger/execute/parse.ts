import { ScriptError } from './script-error.ts';
import type { Expression, Statement } from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

/** Signs between two values, the weakest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/**
 * Reads a VKScript.
 *
 * @throws ScriptError where it is not one, or uses what the stand does not know
 */
export function parse(code: string): Statement[] {
  const reader = new Reader(tokenize(code));
  const statements: Statement[] = [];
  while (!reader.atEnd) statements.push(...reader.statement());
  return statements;
}

class Reader {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#token.kind === 'end';
  }

  get #token(): Token {
    return this.#tokens[this.#place] ?? { kind: 'end', text: 'end of code' };
  }

  /** `var a = 1, b = 2;` is two statements, an empty one is none. */
  statement(): Statement[] {
    if (this.#skip(';')) return [];
    if (this.#skip('{')) return [this.#block()];
    if (this.#skip('var')) return this.#variables();
    if (this.#skip('return')) {
      const value = this.#is(';') || this.#is('}') || this.atEnd ? null : this.#expression();
      this.#endStatement();
      return [{ type: 'return', value }];
    }
    if (this.#skip('if')) {
      const test = this.#inBrackets();
      const yes = this.#single();
      return [{ type: 'if', test, yes, no: this.#skip('else') ? this.#single() : null }];
    }
    if (this.#skip('while')) return [{ type: 'while', test: this.#inBrackets(), body: this.#single() }];
    const value = this.#expression();
    const statement: Statement = this.#skip('=')
      ? { type: 'assign', target: value, value: this.#expression() }
      : { type: 'expression', value };
    this.#endStatement();
    return [statement];
  }

  #single(): Statement {
    return { type: 'block', statements: this.statement() };
  }

  #block(): Statement {
    const statements: Statement[] = [];
    while (!this.#skip('}')) statements.push(...this.statement());
    return { type: 'block', statements };
  }

  #variables(): Statement[] {
    const statements: Statement[] = [];
    do {
      const name = this.#name();
      statements.push({ type: 'var', name, value: this.#skip('=') ? this.#expression() : null });
    } while (this.#skip(','));
    this.#endStatement();
    return statements;
  }

  #endStatement(): void {
    if (!this.#skip(';') && !this.#is('}') && !this.atEnd) this.#fail();
  }

  #inBrackets(): Expression {
    this.#expect('(');
    const value = this.#expression();
    this.#expect(')');
    return value;
  }

  #expression(): Expression {
    const test = this.#binary(0);
    if (!this.#skip('?')) return test;
    const yes = this.#expression();
    this.#expect(':');
    return { type: 'choice', test, yes, no: this.#expression() };
  }

  #binary(level: number): Expression {
    const signs = LEVELS[level];
    if (!signs) return this.#unary();
    let left = this.#binary(level + 1);
    while (this.#token.kind === 'sign' && signs.includes(this.#token.text)) {
      const sign = this.#take().text;
      left = { type: 'binary', sign, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #unary(): Expression {
    for (const sign of ['-', '!', '+']) {
      if (this.#skip(sign)) return { type: 'unary', sign, of: this.#unary() };
    }
    return this.#tail(this.#primary());
  }

  #tail(start: Expression): Expression {
    let value = start;
    for (;;) {
      if (this.#skip('.')) value = { type: 'member', of: value, name: this.#name() };
      else if (this.#skip('@.')) value = { type: 'each', of: value, name: this.#name() };
      else if (this.#skip('(')) value = { type: 'call', of: value, values: this.#list(')') };
      else if (this.#skip('[')) {
        value = { type: 'index', of: value, index: this.#expression() };
        this.#expect(']');
      } else return value;
    }
  }

  #primary(): Expression {
    if (this.#is('(')) return this.#inBrackets();
    if (this.#skip('[')) return { type: 'array', items: this.#list(']') };
    if (this.#skip('{')) return this.#object();
    const token = this.#take();
    if (token.kind === 'number') return { type: 'value', value: Number(token.text) };
    if (token.kind === 'string') return { type: 'value', value: token.text };
    if (token.kind !== 'name') return this.#fail(token);
    const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
    const constant = constants[token.text];
    return constant === undefined ? { type: 'name', name: token.text } : { type: 'value', value: constant };
  }

  #object(): Expression {
    const entries: [string, Expression][] = [];
    while (!this.#skip('}')) {
      const key = this.#take();
      if (key.kind === 'sign' || key.kind === 'end') this.#fail(key);
      this.#expect(':');
      entries.push([key.text, this.#expression()]);
      if (!this.#skip(',') && !this.#is('}')) this.#fail();
    }
    return { type: 'object', entries };
  }

  #list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.#skip(end)) {
      items.push(this.#expression());
      if (!this.#skip(',') && !this.#is(end)) this.#fail();
    }
    return items;
  }

  #name(): string {
    const token = this.#take();
    return token.kind === 'name' ? token.text : this.#fail(token);
  }

  #is(text: string): boolean {
    return this.#token.kind !== 'string' && this.#token.kind !== 'end' && this.#token.text === text;
  }

  #skip(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#place += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#skip(text)) this.#fail();
  }

  #take(): Token {
    const token = this.#token;
    this.#place += 1;
    return token;
  }

  #fail(token: Token = this.#token): never {
    throw new ScriptError(`unexpected ${token.text}`);
  }
}
