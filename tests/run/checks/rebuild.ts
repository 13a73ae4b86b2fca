import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { type Check, same } from './check.ts';

const run = promisify(execFile);

/**
 * The sources archive, unpacked elsewhere, makes the same archives for both browsers, to the byte: what reviewers of Firefox do.
 *
 * @param archives folder with what `npm run zip` and `npm run zip:firefox` made
 * @param names the extension's archives, a browser each, and that of the sources
 */
export async function checkRebuild(
  archives: string,
  names: { extensions: string[]; sources: string },
): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sferum-sources-'));
  const { WXT_OUTPUT_DIRECTORY: _, ...env } = process.env;
  const npm = (...parameters: string[]) => run('npm', parameters, { cwd: folder, env });
  try {
    await unpack(join(archives, names.sources), folder);
    await npm('ci', '--no-progress');
    await npm('run', 'zip');
    await npm('run', 'zip:firefox');
    return await Promise.all(
      names.extensions.map((name) => compare(join(archives, name), join(folder, '.output', name))),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(first: string, second: string): Promise<Check> {
  const hash = hashOf(first);
  const name = `built again from the sources archive, ${first.split('/').at(-1)} is ${hash.slice(0, 16)}…`;
  const check = same(name, hashOf(second), hash);
  if (!check.problem) return check;
  const [built, again] = await Promise.all([first, second].map(contentOf));
  const files = [...new Set([...Object.keys(built ?? {}), ...Object.keys(again ?? {})])];
  const differing = files.filter((file) => !built?.[file]?.equals(again?.[file] ?? Buffer.alloc(0)));
  return { name, problem: `other bytes: ${differing.join(', ') || 'the archive itself'}` };
}

function hashOf(path: string): string {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'nothing';
}

async function contentOf(archive: string): Promise<Record<string, Buffer>> {
  if (!existsSync(archive)) return {};
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
