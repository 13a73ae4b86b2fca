import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showSign } from '@/entrypoints/background/browser/toolbarSign';
import { links } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';

const top = join(import.meta.dirname, '../../../../..');
const link: Link = {
  accountKey: 'https://school.r-19.ru 4001',
  origin: 'https://school.r-19.ru',
  accountName: 'Мария',
  accountRole: 'parent',
  profileId: 871000002,
  profileName: 'Мария',
  profileRoles: ['parent'],
  profileRolesText: 'Родитель',
  organizations: [],
  photo: null,
  linkedAt: 0,
  usedAt: 0,
  samePersonConfirmed: false,
  vkidConsent: false,
};
const setIcon = vi.fn(async (_: { path: Record<number, string> }) => undefined);

beforeEach(() => {
  fakeBrowser.reset();
  setIcon.mockClear();
  Object.assign(fakeBrowser.action, { setIcon });
});

const shown = () => setIcon.mock.lastCall?.[0].path ?? {};

it('is grey where nothing is linked and has its colours again with the first link', async () => {
  await showSign();
  expect(shown()[16]).toContain('muted');
  await links.set({ [link.accountKey]: link });
  await showSign();
  expect(shown()[16]).not.toContain('muted');
  for (const path of Object.values(shown())) expect(existsSync(join(top, 'public', path)), path).toBe(true);
});
