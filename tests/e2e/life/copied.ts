import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '../fixture.ts';

/** The tests' own `test` with a build of its own, which an update may change. */
export const test = base.extend({
  extension: async ({ extension }, use, testInfo) => {
    const folder = testInfo.outputPath('extension');
    await cp(extension, folder, { recursive: true });
    await use(folder);
  },
});

/** The build becomes one of a later version: the browser takes it when the extension is loaded again. */
export async function raiseVersion(folder: string): Promise<string> {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { version: string };
  const version = `${manifest.version}.1`;
  await writeFile(path, JSON.stringify({ ...manifest, version }));
  return version;
}
