import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isCautionDue } from '@/entrypoints/background/opening/caution';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { JoinLink } from '@/lib/calls/types';
import { callId } from '@/tests/unit/lib/calls/samples';

beforeEach(() => fakeBrowser.reset());

const link = (address: string) => recognizeJoinLink(address) as JoinLink;

it('a call of VK that opens where the session was checked needs no caution, whatever its host was', async () => {
  for (const host of ['vk.com', 'm.vk.ru', 'web.vk.me']) {
    expect(await isCautionDue(link(`https://${host}/call/join/${callId}`))).toBe(false);
  }
});

it('one that another host of VK opens needs it each time: its session may be another’s', async () => {
  for (const address of [`https://sferum.ru/?call_link=${callId}`, `https://calls.vk.com/join/${callId}`]) {
    expect(await isCautionDue(link(address))).toBe(true);
    expect(await isCautionDue(link(address))).toBe(true);
  }
});

it('each other service needs it once', async () => {
  const addresses = ['https://zoom.us/j/123456789', 'https://telemost.yandex.ru/j/03400912122761'];
  for (const address of addresses) expect(await isCautionDue(link(address))).toBe(true);
  for (const address of addresses) expect(await isCautionDue(link(address))).toBe(false);
});

it('what was not said, or said in another cookie jar, is said again, and nothing is kept of it', async () => {
  const zoom = link('https://zoom.us/j/123456789');
  expect(await isCautionDue(zoom, false)).toBe(true);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect([await isCautionDue(zoom), await isCautionDue(zoom, false)]).toEqual([true, false]);
});
