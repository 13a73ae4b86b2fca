import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { provideBrowsers } from '../browsers.ts';
import { runTool, top } from '../builds.ts';
import { drawPictures } from './pictures.ts';
import { newest } from './texts.ts';

/**
 * `npm run store`: everything that a listing in a store needs, in `.output/store/`: archives, pictures, a recording and texts.
 * `WXT_VKID_APP_ID` and `WXT_CONTACT` are what the build is given.
 */
const folder = join(top, '.output/store');

const missing = provideBrowsers();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

for (const browser of ['chrome', 'firefox'])
  await runTool('wxt', ['zip', '-b', browser], { WXT_OUTPUT_DIRECTORY: folder });
for (const unpacked of globSync('*-mv3', { cwd: folder })) rmSync(join(folder, unpacked), { recursive: true });

const values: Record<string, string> = {
  node: readFileSync(join(top, 'node_modules/node/package.json'), 'utf8').match(/"version": "(.+?)"/)?.[1] ?? '',
  appId: process.env.WXT_VKID_APP_ID ?? '',
  contact: process.env.WXT_CONTACT ?? '',
  news: newest(readFileSync(join(top, 'CHANGELOG.md'), 'utf8')).text,
};
for (const path of globSync(join(import.meta.dirname, 'texts/*.md'))) {
  const text = readFileSync(path, 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  writeFileSync(join(folder, basename(path)), text);
}
copyFileSync(join(top, 'PRIVACY.md'), join(folder, 'PRIVACY.md'));

await drawPictures(folder);

console.log(
  `${folder}:\n${globSync('*', { cwd: folder })
    .sort()
    .map((name) => `  ${name}`)
    .join('\n')}`,
);
if (values.contact === '') console.log('\nWXT_CONTACT is empty: the stores ask for a contact address.');
