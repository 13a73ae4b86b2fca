import type { ComponentChildren } from 'preact';
import { WaysClients } from '@/components/ways/WaysTo';
import type { ConflictView } from '@/lib/messages/conflict';
import type { WaysView } from '@/lib/messages/ways';

export const petrIsHere: ConflictView = {
  reason: 'pupilProfileInParentDiary',
  present: { name: 'Пётр', roles: 'ученик' },
  wanted: 'Мария',
};

export const waysInChrome: WaysView = {
  ways: ['privateWindow', 'elsewhere', 'signOut'],
  address: 'https://school.r-19.ru/personal-area/',
  browser: { kind: 'chrome', name: 'Chrome', version: 156 },
  privateWindow: { allowed: false, forbidden: false, resumable: false },
  containerFailed: false,
  signOut: null,
};

/** The ways stand like this wherever they are shown. */
export function WithWays({ view = waysInChrome, children }: { view?: WaysView; children: ComponentChildren }) {
  const client = { read: async () => view, act: async () => view, onChange: () => () => undefined };
  return <WaysClients.Provider value={() => client}>{children}</WaysClients.Provider>;
}
