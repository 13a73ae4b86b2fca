import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { top } from '../builds.ts';

/** The folders of the extension itself. */
export const product: readonly string[] = ['entrypoints', 'components', 'lib'];

/** All files under these folders, as paths from the top. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(top, join(entry.parentPath, entry.name))),
  );
}
