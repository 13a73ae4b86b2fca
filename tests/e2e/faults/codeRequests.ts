import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../../run/builds.ts';

/** The rooms of the code that runs in the browser. */
const rooms = '{lib,entrypoints,components}/**/*.{ts,tsx}';

/** Where the code may speak to anybody outside: each is behind one of the readers below. */
const speakers = [
  'entrypoints/background/diary/adding.ts',
  'entrypoints/background/diary/ownRequests.ts',
  'entrypoints/background/services/services.ts',
  'entrypoints/eschool.content/index.ts',
  'lib/diary/diaryClient.ts',
  'lib/http.ts',
];

const vkidSteps: Readonly<Record<string, string>> = { auth: 'token', user_info: 'userInfo', revoke: 'revoke' };

/** Every request that the code can make, by the stand's name for it. */
export function requestsOfCode(): string[] {
  const methods = matchesIn('lib/messenger/client/methods.ts', /method: '([\w.]+)'/g);
  const steps = matchesIn('lib/vkid/vkidClient.ts', /\bpost\(\s*'(\w+)'/g);
  const pictures = sources().some(({ text }) => /<img\b/.test(text));
  return [
    ...diaryEndpoints().map((name) => `diary.${name}`),
    ...['execute', ...methods].map((method) => `api.${method}`),
    ...steps.map((step) => `vkid.${vkidSteps[step] ?? step}`),
    ...matchesIn('lib/sites/messenger.ts', /act=(web_token)/g).map(() => 'messenger.webToken'),
    ...(pictures ? ['photos'] : []),
  ];
}

/** Files that speak to the outside and are not known to. */
export function unknownSpeakers(): string[] {
  const speaks = /(?<![\w.])fetch\(|\.fetch\(|XMLHttpRequest\(|WebSocket\(|EventSource\(|sendBeacon\(|importScripts\(/;
  return sources()
    .filter(({ file, text }) => speaks.test(text) && !speakers.includes(file))
    .map(({ file }) => file);
}

/** What every kind of a diary's page is asked for. */
function diaryEndpoints(): string[] {
  const paths = matchesIn('lib/diary/page/markup.ts', /^ +(?!chooseChild)\w+: '\/api\/\w+\/(\w+)/gm);
  return [...new Set(paths)];
}

function matchesIn(file: string, pattern: RegExp): string[] {
  const found = [...readFileSync(join(top, file), 'utf8').matchAll(pattern)].map(([, name = '']) => name);
  if (found.length === 0) throw new Error(`${file} has nothing of ${pattern}: what it asks is written otherwise now`);
  return found;
}

function sources(): { file: string; text: string }[] {
  return globSync(rooms, { cwd: top }).map((file) => ({ file, text: readFileSync(join(top, file), 'utf8') }));
}
