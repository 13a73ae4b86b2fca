import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const top = join(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(join(top, path), 'utf8');

it('the menu and the icons show one sign', () => {
  const [, path = ''] = / d="([^"]+)"/.exec(read('components/theme/sign.svg')) ?? [];
  expect(path).not.toBe('');
  expect(read('entrypoints/eschool.content/page/menuItem.ts')).toContain(`'${path}'`);
});

it.each([16, 32, 128])('the icon of %i pixels has its size', (size) => {
  const image = readFileSync(join(top, `public/icon/${size}.png`));
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([size, size]);
});
