import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserNames, buildFolder, top } from '../builds.ts';
import { newest, under } from '../store/texts.ts';
import { type Check, same } from './check.ts';

interface Asked {
  permissions: string[];
  optional_permissions?: string[];
  browser_specific_settings?: { gecko: { data_collection_permissions: { required: string[] } } };
}

const read = (path: string) => readFileSync(join(top, path), 'utf8');
const storeText = (name: string) => read(`tests/run/store/texts/${name}.md`);

/** What the stores are told is what the builds ask for and what the extension says of itself. */
export function checkStore(): Check[] {
  const manifests = browserNames.map(
    (browser) => JSON.parse(readFileSync(join(buildFolder('with VK ID', browser), 'manifest.json'), 'utf8')) as Asked,
  );
  const permissions = new Set(
    manifests.flatMap((manifest) => [...manifest.permissions, ...(manifest.optional_permissions ?? [])]),
  );
  const reasons = storeText('permissions');
  const sent = manifests.flatMap(
    ({ browser_specific_settings: settings }) => settings?.gecko.data_collection_permissions.required ?? [],
  );
  const { version } = JSON.parse(read('package.json')) as { version: string };
  return [
    same(
      'each permission has its reason for the stores',
      [...permissions].filter((name) => !under(name, reasons)),
      [],
    ),
    same(
      'what goes to VK is what Firefox is told',
      sent.filter((kind) => !storeText('privacy').includes(kind)),
      [],
    ),
    same('the changelog begins with this version', newest(read('CHANGELOG.md')).version, version),
    same(
      'the English listing says what is new in it',
      under('What is new', storeText('listing.en')).split(':')[0],
      version,
    ),
    ...(['ru', 'en'] as const).flatMap((language) => checkListing(language)),
  ];
}

function checkListing(language: 'ru' | 'en'): Check[] {
  const { extensionDescription } = JSON.parse(read(`public/_locales/${language}/messages.json`)) as {
    extensionDescription: { message: string };
  };
  const listing = storeText(`listing.${language}`);
  const short = under(language === 'ru' ? 'Коротко' : 'Short', listing);
  return [
    same(`${language}: the listing's short text is the manifest's`, short, extensionDescription.message),
    same(`${language}: the short text has 132 signs at most`, short.length <= 132, true),
  ];
}
