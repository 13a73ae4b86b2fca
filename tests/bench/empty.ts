import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, top } from '../run/builds.ts';

const folder = join(top, '.output/bench/empty');

/**
 * Builds an extension of WXT with a content script that does nothing in the diary's pages and a popup that says a word; where it
 * lies.
 */
export async function buildEmpty(): Promise<string> {
  mkdirSync(join(folder, 'entrypoints'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module' }));
  writeFileSync(
    join(folder, 'entrypoints/empty.content.ts'),
    "export default defineContentScript({ matches: ['https://*/*'], main() {} });\n",
  );
  // A browser says that it has the extension by its background.
  writeFileSync(join(folder, 'entrypoints/background.ts'), 'export default defineBackground(() => {});\n');
  mkdirSync(join(folder, 'entrypoints/popup'), { recursive: true });
  writeFileSync(
    join(folder, 'entrypoints/popup/index.html'),
    '<!doctype html><html lang="ru"><head><meta charset="utf-8" /><title>Popup</title></head><body>Popup</body></html>\n',
  );
  await runTool('wxt', ['build', folder]);
  return join(folder, '.output/chrome-mv3');
}
