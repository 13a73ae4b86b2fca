import { crc32 } from 'node:zlib';

/** One picture of a recording and how long it stays, in milliseconds. */
export interface Frame {
  png: Buffer;
  stays: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

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

interface Chunk {
  type: string;
  data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, ...data: Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), ...data]);
  return Buffer.concat([numbers(content.length - 4), content, numbers(crc32(content))]);
}

/** Whole numbers of four bytes, the highest first. */
function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}
