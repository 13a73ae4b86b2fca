import { ScriptError } from './script-error.ts';

export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const PATTERN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<number>\d+(?:\.\d+)?)|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>[A-Za-z_]\w*)|(?<sign>@\.|[=!<>]=|&&|\|\||[-+*/%<>=!.,;:?()[\]{}])/y;

/** The tokens of a VKScript, with an `end` after the last. */
export function tokenize(code: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < code.length) {
    const place = PATTERN.lastIndex;
    const groups = PATTERN.exec(code)?.groups;
    if (!groups) throw new ScriptError(`unexpected character at ${place}`);
    const { number, string, name, sign } = groups;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (string !== undefined) tokens.push({ kind: 'string', text: unquote(string) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return [...tokens, { kind: 'end', text: 'end of code' }];
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
