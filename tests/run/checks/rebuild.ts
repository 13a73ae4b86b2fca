import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { type Check, same } from './check.ts';

const run = promisify(execFile);

/**
 * The sources archive, unpacked elsewhere, builds to the same bytes as the archive for Firefox: what its reviewers do.
 *
 * @param archives folder with what `npm run zip:firefox` made
 */
export async function checkRebuild(archives: string, names: { extension: string; sources: string }): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sferum-sources-'));
  try {
    await unpack(join(archives, names.sources), folder);
    await run('npm', ['ci', '--no-progress'], { cwd: folder });
    await run('npm', ['run', 'build:firefox'], { cwd: folder });
    const built = await contentOf(join(archives, names.extension));
    const differing = Object.entries(built).filter(([name, content]) => !content.equals(read(folder, name)));
    return [
      same(
        'the sources archive builds to the same bytes',
        differing.map(([name]) => name),
        [],
      ),
      same('and the archive is not empty', Object.keys(built).includes('manifest.json'), true),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, '.output/firefox-mv3', name));
  } catch {
    return Buffer.alloc(0);
  }
}

async function contentOf(archive: string): Promise<Record<string, Buffer>> {
  const { files } = await JSZip.loadAsync(readFileSync(archive));
  const entries = Object.values(files).filter(({ dir }) => !dir);
  return Object.fromEntries(
    await Promise.all(entries.map(async (entry) => [entry.name, await entry.async('nodebuffer')])),
  );
}

async function unpack(archive: string, folder: string): Promise<void> {
  for (const [name, content] of Object.entries(await contentOf(archive))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
