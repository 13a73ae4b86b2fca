import { file, type Reply, text } from '../http/reply.ts';

/** A blue dot, one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/n4EIAAAvGAP/GgYKIQAAAABJRU5ErkJggg==',
  'base64',
);

/** A photo host: the dot under every name but those with "missing". */
export function servePhoto(path: string): Reply {
  return path.includes('missing') ? text('Not Found', 404) : file('image/png', PICTURE);
}
