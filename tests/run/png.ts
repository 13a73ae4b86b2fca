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

/** As many go into half a byte. */
const mostColours = 16;

/**
 * A square picture of few colours as PNG with a palette, a sixth of the size of one with four bytes a pixel. Of the shades at the
 * edges sixteen are kept, which nobody can tell from all of them.
 *
 * @param pixels red, green, blue and opacity of each, row by row
 * @param size in pixels, even
 */
export function palettePng(pixels: readonly number[], size: number): Buffer {
  const all = Array.from({ length: size * size }, (_, index) => pixels.slice(index * 4, index * 4 + 4));
  const palette = paletteOf(all);
  const places = all.map((colour) => nearest(palette, colour));
  const rows = Array.from({ length: size }, (_, row) => {
    const line = places.slice(row * size, (row + 1) * size);
    const pairs = Array.from({ length: size / 2 }, (__, at) => ((line[at * 2] ?? 0) << 4) | (line[at * 2 + 1] ?? 0));
    return Buffer.from([0, ...pairs]);
  });
  return Buffer.concat([
    signature,
    chunk('IHDR', numbers(size, size), Buffer.from([4, 3, 0, 0, 0])),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3] ?? 255))),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND'),
  ]);
}

/** The commonest colour, and then always the one that is farthest from all that were chosen. */
function paletteOf(all: readonly number[][]): number[][] {
  const colours = [...new Map(all.map((colour) => [colour.join(','), colour])).values()];
  const counts = new Map<string, number>();
  for (const colour of all) counts.set(colour.join(','), (counts.get(colour.join(',')) ?? 0) + 1);
  colours.sort((one, other) => (counts.get(other.join(',')) ?? 0) - (counts.get(one.join(',')) ?? 0));
  const palette = colours.slice(0, 1);
  while (palette.length < Math.min(mostColours, colours.length)) {
    const gaps = colours.map((colour) => Math.min(...palette.map((chosen) => difference(chosen, colour))));
    palette.push(colours[gaps.indexOf(Math.max(...gaps))] ?? []);
  }
  return palette;
}

function nearest(palette: readonly number[][], colour: readonly number[]): number {
  const gaps = palette.map((chosen) => difference(chosen, colour));
  return gaps.indexOf(Math.min(...gaps));
}

/** How far two colours are apart to the eye: a colour that is hardly there differs little. */
function difference(one: readonly number[], other: readonly number[]): number {
  const [mine, theirs] = [one, other].map((colour) => {
    const opacity = (colour[3] ?? 255) / 255;
    return [...colour.slice(0, 3).map((part) => part * opacity), opacity * 255];
  });
  return (mine ?? []).reduce((sum, part, at) => sum + (part - (theirs?.[at] ?? 0)) ** 2, 0);
}
