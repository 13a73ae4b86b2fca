/** What a VKScript is made of. */

export type Expression =
  | { readonly type: 'value'; readonly value: string | number | boolean | null }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'array'; readonly items: readonly Expression[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly type: 'member'; readonly of: Expression; readonly name: string }
  /** `items@.id`: this member of each item. */
  | { readonly type: 'each'; readonly of: Expression; readonly name: string }
  | { readonly type: 'index'; readonly of: Expression; readonly index: Expression }
  | { readonly type: 'call'; readonly of: Expression; readonly values: readonly Expression[] }
  | { readonly type: 'unary'; readonly sign: string; readonly of: Expression }
  | { readonly type: 'binary'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression };

export type Statement =
  | { readonly type: 'var'; readonly name: string; readonly value: Expression | null }
  | { readonly type: 'assign'; readonly target: Expression; readonly value: Expression }
  | { readonly type: 'expression'; readonly value: Expression }
  | { readonly type: 'return'; readonly value: Expression | null }
  | { readonly type: 'if'; readonly test: Expression; readonly yes: Statement; readonly no: Statement | null }
  | { readonly type: 'while'; readonly test: Expression; readonly body: Statement }
  | { readonly type: 'block'; readonly statements: readonly Statement[] };
