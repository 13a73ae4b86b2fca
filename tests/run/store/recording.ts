import { chunk, chunksOf, numbers, signature } from '../png.ts';

/** One picture of a recording and how long it stays, in milliseconds. */
export interface Frame {
  png: Buffer;
  stays: number;
}

/**
 * A recording that every browser plays without end: PNG pictures of one size, from one program, put together as APNG (PNG
 * specification, third edition).
 */
export function record(frames: readonly Frame[]): Buffer {
  const [first] = frames.map(({ png }) => chunksOf(png));
  const header = first?.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined) throw new Error('A recording needs a picture.');
  let sequence = 0;
  const parts = [signature, chunk('IHDR', header), chunk('acTL', numbers(frames.length, 0))];
  for (const [index, { png, stays }] of frames.entries()) {
    const timing = Buffer.from([stays >> 8, stays & 0xff, 1000 >> 8, 1000 & 0xff, 0, 0]);
    parts.push(chunk('fcTL', numbers(sequence++), header.subarray(0, 8), numbers(0, 0), timing));
    for (const { type, data } of chunksOf(png)) {
      if (type !== 'IDAT') continue;
      parts.push(index === 0 ? chunk('IDAT', data) : chunk('fdAT', numbers(sequence++), data));
    }
  }
  return Buffer.concat([...parts, chunk('IEND')]);
}
