import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserName, buildFolder, type Variant } from '../builds.ts';
import { type Check, same } from './check.ts';

interface Manifest {
  manifest_version: number;
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[] }[];
  incognito?: string;
  minimum_chrome_version?: string;
  content_security_policy?: unknown;
  browser_specific_settings?: { gecko: object };
}

const permissions: Record<BrowserName, string[]> = {
  chromium: ['activeTab', 'alarms', 'cookies', 'scripting', 'storage'],
  firefox: ['activeTab', 'alarms', 'contextualIdentities', 'cookies', 'scripting', 'storage'],
};

/** What a build without an application of VK ID has no use for. */
const ofVkId = ['identity'];

/** Frozen: one more in an update, and Chrome switches the extension off until the person agrees. */
const hosts = [
  'https://*.vk.me/*',
  'https://api.vk.com/*',
  'https://api.vk.ru/*',
  'https://eduschl-general-1.edu.bars.group/*',
  'https://eschool.49gov.ru/*',
  'https://id.vk.ru/*',
  'https://me.sferum.ru/*',
  'https://openschool.49gov.ru/*',
  'https://school.r-19.ru/*',
  'https://sferum.ru/*',
  'https://xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai/*',
];

/** The manifest asks for exactly what people were told. */
export function checkManifest(browser: BrowserName, variant: Variant): Check[] {
  const path = join(buildFolder(variant, browser), 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const inOrder = (list: string[] | undefined) => list?.toSorted();
  const strange = manifest.content_scripts.flatMap(({ matches }) => matches).filter((match) => !isAmongHosts(match));
  return [
    same('manifest version', manifest.manifest_version, 3),
    same('permissions', inOrder(manifest.permissions), permissionsOf(browser, variant)),
    same('optional permissions', manifest.optional_permissions, ['notifications']),
    same('hosts', inOrder(manifest.host_permissions), hosts),
    same('optional hosts', manifest.optional_host_permissions, ['https://*/*']),
    same('content scripts outside the hosts', strange, []),
    same('no policy of its own', manifest.content_security_policy, undefined),
    ...(browser === 'chromium' ? chromeOnly(manifest) : firefoxOnly(manifest)),
  ].map((check) => ({ ...check, name: `${browser} ${variant}: ${check.name}` }));
}

function permissionsOf(browser: BrowserName, variant: Variant): string[] {
  return [...permissions[browser], ...(variant === 'with VK ID' ? ofVkId : [])].toSorted();
}

function isAmongHosts(match: string): boolean {
  return hosts.some((host) => match.startsWith(host.slice(0, -1)));
}

function chromeOnly(manifest: Manifest): Check[] {
  return [
    same('private windows apart', manifest.incognito, 'split'),
    same('oldest Chrome', manifest.minimum_chrome_version, '130'),
  ];
}

function firefoxOnly(manifest: Manifest): Check[] {
  return [
    same('what Firefox needs to know', manifest.browser_specific_settings?.gecko, {
      id: 'sferum-for-eschool@sferum-for-eschool.org',
      strict_min_version: '148.0',
      data_collection_permissions: { required: ['searchTerms'] },
    }),
  ];
}
