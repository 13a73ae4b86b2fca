import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from './builds.ts';

/**
 * `npm run map`: draws the rooms and who uses whom into CONTRIBUTING.md, from the imports, by dependency-cruiser, which is fetched for
 * it. What every room uses (messages, storage, addresses, the files right in `lib`) is left out.
 */
const rooms = '^(components|entrypoints/background/[a-zA-Z]+|entrypoints/[a-zA-Z.-]+|lib/[a-zA-Z]+)';
const tools = ['-p', 'dependency-cruiser@18', '-p', '@swc/core@1'];
const drawing = execFileSync(
  'npx',
  [
    ...['--yes', ...tools, 'depcruise', 'entrypoints', 'components', 'lib'],
    ...['--config', 'tests/run/map.json', '--collapse', rooms, '--output-type', 'mermaid'],
  ],
  { cwd: top, encoding: 'utf8' },
);

const path = join(top, 'CONTRIBUTING.md');
const text = readFileSync(path, 'utf8');
const lines = drawing.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('style '));
writeFileSync(
  path,
  text.replace(/```mermaid\n[\s\S]*?```/, () => `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``),
);
