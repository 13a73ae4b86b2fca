import { appendFileSync, readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { shippedDiaries, unusualDiaries } from './lib/diary/diaries';
import { servicePatterns } from './lib/sites/hosts';
import { sferumPatterns } from './lib/sites/sferum';
import messages from './public/_locales/ru/messages.json';

/** The store gives the extension its own id: the key of the unpacked build would be refused there. */
const isStoreZip = process.argv.includes('zip');

const diaryHosts = shippedDiaries.map((diary) => `${diary.origin}/*`);

/** `npm run bench` is told of what each built file is made. */
const modulesReport = process.env.WXT_MODULES_REPORT ?? '';

/** What pages share lies in a few files, which are packed better and loaded sooner than many small ones. */
const sharedByPages = [
  {
    name: 'page',
    test: /node_modules|virtual:|components\/(?:ways|conflict|max|zone|settings)\/|theme\/(?:outside|system|base|controls|skeleton)|parts\/(?:Badge|Icon|Notice|QrCode|age|problemWords|serviceWords|useArrivingFocus)|useCopy|pages\/(?:FootLinks|Page|ReadOut|leadFocus|siteName|useLatest)|GuideLink|lib\/(?:messages|sites|singleFlight|time|turns|words)|joinTime|diary\/origin|adding\/zones/,
    minShareCount: 2,
    priority: 1,
  },
  {
    name: 'rare',
    test: /diary\/(?:adding|page\/markup|diaries)|callServices|serviceForm|lessonPage|conflict\/invitation|reminders\/settings|permission\/missing|pageLinks\/site/,
    minShareCount: 2,
  },
  { name: 'lists', test: /components\/(?:calls|people)|calendarFile|parts\/Empty|searching/, minShareCount: 2 },
];

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: process.env.WXT_OUTPUT_DIRECTORY ?? '.output',
  hooks: {
    // How many substitutions each message takes is part of the types: `words()` refuses another number.
    'prepare:types'(_, entries) {
      const counts = Object.entries(messages).map(([key, { message }]) => {
        const count = Math.max(0, ...[...message.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)));
        return `  ${key}: ${count};`;
      });
      const text = `interface MessageSubstitutions {\n${counts.join('\n')}\n}\n`;
      entries.push({ path: 'types/messages.d.ts', text, tsReference: true });
    },
    // What is said about a text to translators need not be delivered.
    'build:publicAssets'(_, files) {
      for (const [index, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !file.relativeDest.startsWith('_locales/')) continue;
        const texts = JSON.parse(readFileSync(file.absoluteSrc, 'utf8')) as Record<string, { message: string }>;
        const bare = Object.entries(texts).map(([key, { message }]) => [key, { message }]);
        files[index] = { relativeDest: file.relativeDest, contents: JSON.stringify(Object.fromEntries(bare)) };
      }
    },
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ inputPath }) => inputPath.endsWith('.html'))) {
        const { rolldownOptions } = config.build ?? {};
        // The archive holds each name twice: no digests in them, as each script and style has another name.
        const assetFileNames = 'assets/[name][extname]';
        const entryFileNames = ({ name }: { name: string }) =>
          name === 'background' ? 'background.js' : `chunks/${name}.js`;
        const output = {
          ...rolldownOptions?.output,
          assetFileNames,
          chunkFileNames: 'chunks/[name].js',
          entryFileNames,
          codeSplitting: { groups: sharedByPages },
        };
        config.build = { ...config.build, rolldownOptions: { ...rolldownOptions, output } };
      }
      // A page's own console is not the place for WXT's words on a crash: what fails there says so itself.
      config.plugins?.push({
        name: 'no-wrapper',
        transform: (code, id) =>
          /(?:content-script-isolated-world|unlisted-script|background)-entrypoint/.test(id)
            ? code
                .replace(/const result = \((?:async )?\(\) =>[\s\S]*?\}\)\(\);/, 'const result = definition.main();')
                .replace(/let result;\ntry \{[\s\S]*?\n\}\n(?=var background)/, 'const result = definition.main();\n')
            : null,
      });
      if (!entrypoints.some(({ type }) => type === 'content-script' || type === 'unlisted-script')) return;
      // The list of diaries is needed for the manifest; a page needs to know of itself only what is unusual.
      config.plugins?.push({
        name: 'no-diaries-in-pages',
        enforce: 'pre',
        load: (id) =>
          id.endsWith('/lib/diary/diaries.ts')
            ? `export const shippedPatterns = []; export const unusualDiaries = ${JSON.stringify(unusualDiaries)};`
            : null,
      });
      // Ours is `lib/takeOver.ts`; this one tells each page the extension's id.
      config.plugins?.push({
        name: 'no-context-in-pages',
        enforce: 'pre',
        load: (id) =>
          id.endsWith('/utils/content-script-context.mjs') ? 'export class ContentScriptContext {}' : null,
      });
    },
  },
  // What the build reads beside the sources that are not hidden.
  zip: { includeSources: ['**/*', '.env', '.npmrc'] },
  vite: () => ({
    plugins: [
      {
        name: 'report-modules',
        generateBundle(_, bundle) {
          if (!modulesReport) return;
          for (const file of Object.values(bundle)) {
            if (file.type !== 'chunk') continue;
            const modules = Object.entries(file.modules).map(([id, { renderedLength }]) => [id, renderedLength]);
            appendFileSync(modulesReport, `${JSON.stringify({ file: file.fileName, modules })}\n`);
          }
        },
      },
      {
        // The background hears messages through webextension-polyfill: its listeners may answer with a promise in every
        // supported Chrome. Pages and content scripts only ask, by the browser's own promises: 3 kB less in each.
        name: 'polyfill-in-background',
        enforce: 'pre',
        resolveId(source, importer) {
          if (source !== 'wxt/browser' || !importer?.includes('/entrypoints/background/')) return null;
          return this.resolve('@wxt-dev/webextension-polyfill/browser', importer, { skipSelf: true });
        },
        // Its table of functions that took callbacks is of no use here: every supported Chrome gives promises itself.
        transform: (code, id) =>
          id.includes('/webextension-polyfill/dist/')
            ? code.replace(/(const apiMetadata = )\{[\s\S]*?\};(?=\s+if \(Object)/, '$1{ none: {} };')
            : null,
      },
      {
        // `lib/html/references.ts` decodes them in a tenth of the weight.
        name: 'no-references-in-parser',
        enforce: 'pre',
        resolveId: (source, importer) =>
          source === 'entities/decode' && importer?.includes('/htmlparser2/') ? '\0no-references' : null,
        load: (id) =>
          id === '\0no-references'
            ? 'export class EntityDecoder {} export const DecodingMode = {}, htmlDecodeTree = null, xmlDecodeTree = null;'
            : null,
      },
      {
        // Nor what says that files of one origin are of one origin.
        name: 'no-space-between-tags',
        // Nor what the builder notes at the end of each style sheet.
        generateBundle: {
          order: 'post',
          handler(_, bundle) {
            for (const file of Object.values(bundle))
              if (file.type === 'asset' && typeof file.source === 'string' && file.fileName.endsWith('.css'))
                file.source = file.source.replace(/\s*\/\*\$vite\$:\d+\*\/\s*$/, '');
          },
        },
        transformIndexHtml: {
          order: 'post',
          handler: (page: string) => page.replace(/>\s+</g, '><').replaceAll(' crossorigin', ''),
        },
      },
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
    ],
    build: { modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'ru',
    permissions: [
      'storage',
      // VK ID's window; without an application's number there is none.
      ...(process.env.WXT_VKID_APP_ID ? ['identity'] : []),
      'alarms',
      'scripting',
      'activeTab',
      'cookies',
      ...(browser === 'firefox' ? ['contextualIdentities'] : []),
    ],
    // Asked when reminders are switched on.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*'],
    host_permissions: [...diaryHosts, ...servicePatterns],
    // Alt+Shift and Ctrl+Shift switch the keyboard's language in Windows.
    commands: {
      'join-now': { suggested_key: { default: 'Alt+J' }, description: '__MSG_commandJoin__' },
      'open-section': { suggested_key: { default: 'Alt+C' }, description: '__MSG_commandOpen__' },
    },
    web_accessible_resources: [
      // A page that is no diary cannot tell that the extension is installed: the address changes with each start of Chrome.
      { resources: ['section.html'], matches: ['https://*/*'], use_dynamic_url: true },
      { resources: ['notice.html'], matches: [...sferumPatterns], use_dynamic_url: true },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sferum-for-eschool@sferum-for-eschool.org',
              // `location.ancestorOrigins` is not there before.
              strict_min_version: '148.0',
              // The words of a search in chats go to VK; nothing else leaves the browser that the person's own pages would not send.
              data_collection_permissions: { required: ['searchTerms'] },
            },
          },
        }
      : {
          incognito: 'split',
          // `use_dynamic_url`.
          minimum_chrome_version: '130',
          ...(process.env.WXT_CHROME_KEY && !isStoreZip ? { key: process.env.WXT_CHROME_KEY } : {}),
        }),
  }),
});
