import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../builds.ts';
import { type Check, same } from './check.ts';
import { messageFamilies } from './messageFamilies.ts';
import { product, sourceFiles } from './sourceFiles.ts';

/** Where words that the diary, VK or a teacher writes are read: data, not what the extension says. */
const readers: readonly string[] = [
  'components/guide/guideSearch.ts',
  'lib/calls/',
  'lib/conflict/pasted.ts',
  'lib/diary/',
  'lib/linking/samePerson.ts',
  'lib/linking/schools.ts',
  'lib/people/roleWords.ts',
  'lib/searching.ts',
  'lib/messenger/answers/search.ts',
];

/** Regions that are read out and stand before their text, by themselves: the rest is said in a `ReadOut`. */
const regions: readonly string[] = [
  'components/calls/',
  'components/chats/',
  'components/conflict/InvitationNotice.tsx',
  'components/guide/Guide.tsx',
  'components/linking/WaitingStep.tsx',
  'components/pages/',
  'components/popup/LinkCheck.tsx',
  'components/reminders/ReminderChoices.tsx',
  'components/settings/',
  'components/support/',
  'components/ways/',
  'components/welcome/AddressForm.tsx',
  'entrypoints/section/Outcome.tsx',
];

/** Not usable before something is known, when nobody can have used it yet. */
const unready: readonly string[] = ['components/section/Freshness.tsx', 'components/settings/LinksOnlySetting.tsx'];

/** Rules about the source that no linter knows. */
export function checkSources(): Check[] {
  const files = sourceFiles(product).filter((file) => /\.(tsx?|css|html)$/.test(file));
  const code = new Map(files.map((file) => [file, withoutComments(readFileSync(join(top, file), 'utf8'))]));
  const where = (wrong: RegExp, allowed: readonly string[] = []) =>
    [...code]
      .filter(([file, text]) => wrong.test(text) && !allowed.some((path) => file.startsWith(path)))
      .map(([file]) => file);
  return [
    same('no markup made from text', where(/innerHTML|outerHTML|insertAdjacentHTML|document\.write\b/), []),
    same('Russian words only in _locales', where(/[А-Яа-яЁё]/, readers), []),
    same('what is read out stands before its text', where(/<\w+[^>]*\brole="status"/, regions), []),
    same('nothing loses the focus by being disabled', where(/\sdisabled=\{/, unready), []),
    same('no code made from text', where(/\beval\(|new Function\(/), []),
    same(
      'every message is used',
      unusedMessages([...code.values(), readFileSync(join(top, 'wxt.config.ts'), 'utf8')].join('\n')),
      [],
    ),
  ];
}

/** Keys of `_locales/ru` that nothing names, whole or as a member of a family: `problem_${kind}`. */
function unusedMessages(code: string): string[] {
  const whole = new Set([...code.matchAll(/['"](?:__MSG_)?(\w+?)(?:__)?['"]/g)].map(([, key]) => key));
  const members = new Set(
    Object.entries(messageFamilies).flatMap(([prefix, parts]) => parts.map((part) => `${prefix}${part}`)),
  );
  const keys = Object.keys(JSON.parse(readFileSync(join(top, 'public/_locales/ru/messages.json'), 'utf8')));
  return keys.filter((key) => !whole.has(key) && !members.has(key));
}

/** Comments taken out; what looks like one inside a string stays. */
function withoutComments(text: string): string {
  // A page's title is read before any of its scripts runs.
  const untitled = text.replace(/<title>[^<]*<\/title>/g, '');
  const pieces =
    /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)/g;
  return untitled.replace(pieces, (_, string?: string) => string ?? '');
}
