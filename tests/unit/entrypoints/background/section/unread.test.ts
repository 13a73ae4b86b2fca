import { expect, it } from 'vitest';
import type { Lists } from '@/entrypoints/background/section/types';
import { createUnread } from '@/entrypoints/background/section/unread';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import type { Link } from '@/lib/linking/types';
import { chat, profileId } from '@/tests/unit/entrypoints/background/fakes';

const chats = [chat(1, { unread: 3 }), chat(2), chat(3, { unread: 1, muted: true }), chat(4, { unread: 200 })];
const link = { profileId } as Link;

it.each<[string, { link?: Link | null; here?: number[] | null; foreignJar?: 'private'; held?: boolean }, number]>([
  ['the linked person is here: chats with something unread, without muted ones', {}, 2],
  ['nobody is linked', { link: null }, 0],
  ['nobody has been asked for a minute, or the session has changed since', { here: null }, 0],
  ['another person is here', { here: [7] }, 0],
  ['a private window of Firefox, with another cookie jar', { foreignJar: 'private' }, 0],
  ['nothing is held', { held: false }, 0],
])('the number at «Сферум»: %s', async (_, given, count) => {
  const here = given.here === undefined ? [profileId] : given.here;
  const services = {
    presence: { fresh: async () => here?.map((id) => ({ profileId: id })) ?? null },
    holdings: { get: async () => (given.held === false ? null : { chats }) },
  };
  const unread = createUnread(services as unknown as Services, {} as Lists);
  const tab = { id: 1, windowId: 1, index: 0, foreignJar: given.foreignJar ?? null };
  const sender: Sender = { kind: 'diary', origin: 'https://school.r-19.ru', tab };
  expect(await unread.of(sender, given.link === undefined ? link : given.link)).toBe(count);
});
