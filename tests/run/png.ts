import { crc32, deflateSync } from 'node:zlib';

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface Chunk {
  type: string;
  data: Buffer;
}

/** The chunks of a PNG picture, in their order. */
export function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** One chunk with its length and check sum. */
export function chunk(type: string, ...data: Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), ...data]);
  return Buffer.concat([numbers(content.length - 4), content, numbers(crc32(content))]);
}

/** Whole numbers of four bytes, the highest first. */
export function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/**
 * A square picture of few colours as PNG with a palette, a third of the size of one with four bytes a pixel.
 *
 * @param pixels red, green, blue and opacity of each, row by row
 * @throws {Error} when there are more than 256 colours
 */
export function palettePng(pixels: readonly number[], size: number): Buffer {
  const all = Array.from({ length: size * size }, (_, index) => pixels.slice(index * 4, index * 4 + 4).join(','));
  const colours = [...new Set(all)].map((colour) => colour.split(',').map(Number));
  if (colours.length > 256) throw new Error(`${colours.length} colours do not go into a palette.`);
  const places = new Map(colours.map((colour, index) => [colour.join(','), index]));
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([0, ...all.slice(row * size, (row + 1) * size).map((colour) => places.get(colour) ?? 0)]),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', numbers(size, size), Buffer.from([8, 3, 0, 0, 0])),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(colours.map((colour) => colour[3] ?? 255))),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND'),
  ]);
}
