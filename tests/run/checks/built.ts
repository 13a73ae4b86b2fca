import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserName, buildFolder, top, type Variant } from '../builds.ts';
import { type Check, same } from './check.ts';

/** Hosts of the tables of diaries and of calling services, each a table that a person reads. */
const ofTables = ['lib/diary/diaries.ts', 'lib/calls/callServices.ts'].flatMap((path) =>
  [...readFileSync(join(top, path), 'utf8').matchAll(/['/]((?:[a-z0-9-]+\.)+[a-z0-9-]{2,})(?=['/])/g)].map(
    ([, host = '']) => host,
  ),
);

/** Every host that a built file may name: asked, opened or recognised as a place of calls; an XML namespace; patterns. */
const hosts = new Set([
  ...['*', '*.vk.me', 'api.vk.com', 'api.vk.me', 'api.vk.ru', 'id.vk.ru', 'vk.com', 'web.vk.me'],
  ...['sferum.ru', 'me.sferum.ru', 'prof-sferum.ru', 'max.ru', 'web.max.ru'],
  ...ofTables,
  'www.w3.org',
]);

/** What a permission is for, as it is called in code. */
const calls: Record<string, RegExp> = {
  activeTab: /\.scripting\.executeScript\(/,
  alarms: /\.alarms\.create\(/,
  contextualIdentities: /\.contextualIdentities\b/,
  cookies: /\.cookies\.onChanged\b/,
  identity: /\.identity\.launchWebAuthFlow\(/,
  notifications: /\.notifications\b/,
  scripting: /\.scripting\.registerContentScripts\(/,
  storage: /\.storage\b/,
};

/** What is delivered keeps to the rules, whatever the sources and the libraries are: looked up in the built files themselves. */
export function checkBuilt(browser: BrowserName, variant: Variant): Check[] {
  const folder = buildFolder(variant, browser);
  const files = globSync('**/*.{js,html,css,json}', { cwd: folder });
  const built = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const where = (wrong: RegExp) => [...built].filter(([, text]) => wrong.test(text)).map(([file]) => file);
  const code = [...built].filter(([file]) => file.endsWith('.js')).map(([, text]) => text);
  const manifest = JSON.parse(built.get('manifest.json') ?? '{}') as Record<string, string[] | undefined>;
  const permissions = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
  const named = [...built.values()].flatMap((text) =>
    [...text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9*][a-z0-9*.-]*)/gi)].map(([, host = '']) => host),
  );
  return [
    same('no code made from text', where(/\beval\(|\bnew Function\b|[^.\w]Function\(|\.constructor\(["'`]return/), []),
    same(
      'no code from elsewhere',
      where(/importScripts\(|import\(["'`]https?:|<script[^>]+src=["']?(?:https?:)?\/\//),
      [],
    ),
    same(
      'no markup made from text',
      where(/outerHTML|insertAdjacentHTML|document\.write\(|createContextualFragment/),
      [],
    ),
    same('and by Preact alone from what nobody gives it', code.join('').match(/innerHTML/g)?.length ?? 0, 2),
    same(
      'no other host',
      [...new Set(named)].filter((host) => !hosts.has(host)),
      [],
    ),
    same(
      'permissions that no code uses',
      permissions.filter((name) => !calls[name] || !code.some((text) => calls[name]?.test(text))),
      [],
    ),
    same(
      'permissions that README does not explain',
      permissions.filter((name) => !explained().includes(name)),
      [],
    ),
  ].map((check) => ({ ...check, name: `${browser} ${variant}: ${check.name}` }));
}

/** The permissions in the first column of README's table. */
function explained(): string[] {
  const [, table = ''] =
    /^## Permissions and why\n([\s\S]*?)(?=^## )/m.exec(readFileSync(join(top, 'README.md'), 'utf8')) ?? [];
  return [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
}
