import { randomBytes } from 'node:crypto';

/** A random base64url text of so many bytes: for cookies, codes and tokens. */
export function randomText(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}
