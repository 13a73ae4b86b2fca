import { describe, expect, test } from 'vitest';
import { isParentInvitation, readSferumAddress } from '@/lib/conflict/invitation';

describe('an invitation of a parent', () => {
  test.each([
    'https://sferum.ru/?p=invite_parent&invite=petr-8b-4f2a',
    'https://sferum.ru/?invite=4f2a',
    'https://sferum.ru/invite/4f2a',
    'https://sferum.ru/invitation?code=4f2a',
    'https://me.sferum.ru/?p=invitation&code=4f2a',
    'https://sferum.ru/priglasit-roditelya/4f2a',
    'https://sferum.ru/?p=join&role=parent',
    'https://sferum.ru/?p=INVITE_PARENT&code=4f2a',
    'https://SFERUM.RU/?p=Invite',
    'https://sferum.ru/%69nvite/4f2a',
    'https://sferum.ru/?p=%69nvite',
    'https://sferum.ru/?to=%2Finvite%2F4f2a#top',
    // A broken escape in the path is looked at as it stands.
    'https://sferum.ru/%E0%A4%A/invite',
  ])('%s', (address) => {
    expect(isParentInvitation(address)).toBe(true);
  });

  test.each([
    ['the home page', 'https://sferum.ru/'],
    ['a chat', 'https://me.sferum.ru/?p=messages&peerId=2000000001'],
    ['a chat to join, whatever its code', 'https://sferum.ru/?p=messages&join=invite-parent'],
    ['support', 'https://me.sferum.ru/?p=messages&peerId=-222277107'],
    ['a call whose id holds a word by chance', 'https://sferum.ru/?call_link=AAparentAAinviteAAAA'],
    ['a call by its page', 'https://sferum.ru/?p=join_call_page&callId=AAparentAAinviteAAAA'],
    ['the application', 'https://sferum.ru/?p=download_app&from=parent'],
    ['a word behind #', 'https://sferum.ru/#invite'],
    ['another host', 'https://vk.com/invite'],
    ['another label', 'https://www.sferum.ru/?p=invite'],
    ['a look-alike', 'https://sferum.ru.example.com/?p=invite'],
    ['a look-alike in Cyrillic', 'https://sfеrum.ru/?p=invite'],
    ['a name before the host', 'https://sferum.ru@example.com/?p=invite'],
    ['credentials', 'https://a:b@sferum.ru/?p=invite'],
    ['a port', 'https://sferum.ru:8443/?p=invite'],
    ['no https', 'http://sferum.ru/?p=invite'],
    ['another scheme', 'javascript:location="https://sferum.ru/?p=invite"'],
    ['no address', 'invite'],
    ['nothing', ''],
  ])('is not %s', (_, address) => {
    expect(isParentInvitation(address)).toBe(false);
  });
});

test('an address of Сферум is one on its own hosts and nothing else', () => {
  expect(readSferumAddress('https://me.sferum.ru/?p=messages')?.hostname).toBe('me.sferum.ru');
  expect(readSferumAddress('https://web.vk.me/')).toBeNull();
  expect(readSferumAddress('not an address')).toBeNull();
});
