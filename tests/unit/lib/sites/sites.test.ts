import { expect, it } from 'vitest';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { servicePatterns } from '@/lib/sites/hosts';
import { callAddress, chatAddress, messengerAddress } from '@/lib/sites/messenger';

it('chats and the messenger open on the host whose session was checked, not on one of Сферум', () => {
  expect(chatAddress(2_000_000_001)).toBe('https://web.vk.me/convo/2000000001');
  expect(chatAddress(-222_277_107)).toBe('https://web.vk.me/convo/-222277107');
  expect(messengerAddress).toBe('https://web.vk.me/');
});

it('a call opens there too, and what opens is recognised as a call', () => {
  const address = callAddress('a'.repeat(43));
  expect(address).toBe(`https://web.vk.me/call/join/${'a'.repeat(43)}`);
  expect(recognizeJoinLink(address)?.address).toBe(address);
});

it('every pattern is a host over https, `vk.me` with all that is below it', () => {
  for (const pattern of servicePatterns) expect(pattern).toMatch(/^https:\/\/(?:\*\.vk\.me|(?:[a-z]+\.)+[a-z]+)\/\*$/);
});
