import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { top } from '../builds.ts';
import { type Check, same } from './check.ts';

const folders = ['entrypoints', 'components', 'lib'];

/** Where words that the diary, VK or a teacher writes are read: data, not what the extension says. */
const readers: readonly string[] = [
  'components/guide/search.ts',
  'lib/calls/',
  'lib/conflict/pasted.ts',
  'lib/diary/',
  'lib/linking/samePerson.ts',
  'lib/linking/schools.ts',
  'lib/people/roleWords.ts',
  'lib/messenger/answers/search.ts',
];

/** Rules about the source that no linter knows. */
export function checkSources(): Check[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|css|html)$/.test(entry.name))
      .map((entry) => relative(top, join(entry.parentPath, entry.name))),
  );
  const code = new Map(files.map((file) => [file, withoutComments(readFileSync(join(top, file), 'utf8'))]));
  const where = (wrong: RegExp, allowed: readonly string[] = []) =>
    [...code]
      .filter(([file, text]) => wrong.test(text) && !allowed.some((path) => file.startsWith(path)))
      .map(([file]) => file);
  return [
    same('no markup made from text', where(/innerHTML|outerHTML|insertAdjacentHTML|document\.write\b/), []),
    same('Russian words only in _locales', where(/[А-Яа-яЁё]/, readers), []),
    same('no code made from text', where(/\beval\(|new Function\(/), []),
    same('every message is used', unusedMessages([...code.values()].join('\n')), []),
  ];
}

/** Keys of `_locales/ru` that nothing names, whole or by the beginning of a template: `problem_${kind}`. */
function unusedMessages(code: string): string[] {
  const keys = Object.keys(JSON.parse(readFileSync(join(top, 'public/_locales/ru/messages.json'), 'utf8')));
  const named = `${code}\n${readFileSync(join(top, 'wxt.config.ts'), 'utf8')}`;
  const whole = new Set([...named.matchAll(/['"](?:__MSG_)?(\w+?)(?:__)?['"]/g)].map(([, key]) => key));
  const beginnings = [...named.matchAll(/`(\w+)\$\{/g)].map((match) => match[1] ?? '');
  return keys.filter((key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
}

/** Comments taken out; what looks like one inside a string stays. */
function withoutComments(text: string): string {
  // A page's title is read before any of its scripts runs.
  const untitled = text.replace(/<title>[^<]*<\/title>/g, '');
  const pieces =
    /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)/g;
  return untitled.replace(pieces, (_, string?: string) => string ?? '');
}
