/** An answer of the stand; `broken` destroys the connection instead, or in its middle. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string | Buffer;
  readonly broken?: 'at once' | 'half-way';
}

function reply(status: number, type: string, body: string | Buffer): Reply {
  return { status, headers: { 'content-type': type }, cookies: [], body };
}

/** JSON with the given status, 200 by default. */
export function json(value: unknown, status = 200): Reply {
  return reply(status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** A whole HTML page. */
export function html(body: string, status = 200): Reply {
  return reply(status, 'text/html; charset=utf-8', body);
}

/** Plain text. */
export function text(body: string, status = 200): Reply {
  return reply(status, 'text/plain; charset=utf-8', body);
}

/** A file of the given type. */
export function file(type: string, body: string | Buffer): Reply {
  return reply(200, type, body);
}

/** A redirect: 302, or 303 after a form. */
export function redirect(location: string, status: 302 | 303 = 302): Reply {
  return { ...reply(status, 'text/html; charset=utf-8', ''), headers: { location } };
}

/** No answer: the connection breaks. */
export function broken(): Reply {
  return { ...text('', 500), broken: 'at once' };
}

/** The same answer with cookies set, one `Set-Cookie` value each. */
export function withCookies(answer: Reply, ...cookies: string[]): Reply {
  return { ...answer, cookies: [...answer.cookies, ...cookies] };
}

/** The same answer with one more header. */
export function withHeader(answer: Reply, name: string, value: string): Reply {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

/** The first half of a body. */
export function firstHalf(body: string | Buffer): string | Buffer {
  return body.slice(0, Math.floor(body.length / 2));
}
