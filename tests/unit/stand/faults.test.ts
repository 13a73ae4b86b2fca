import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultKind } from '@/tests/stand/faults.ts';
import { messengerSession } from '@/tests/stand/shortcuts.ts';
import { type Stand, startStand } from '@/tests/stand/stand.ts';
import { Client } from './client.ts';

const address = 'https://web.vk.me/?act=web_token&app_id=8202606';

let stand: Stand;
let client: Client;

beforeAll(async () => {
  stand = await startStand();
});
beforeEach(() => {
  stand.reset();
  client = new Client(stand);
  client.setCookie('web.vk.me', 'remixdsid', messengerSession(stand.world, 'maria'));
});
afterAll(() => stand.close());

function ask(fault: FaultKind) {
  stand.faults.set('messenger.webToken', fault);
  return client.send(address);
}

describe('the right answer, spoilt on its way', () => {
  it('ends in its middle', async () => {
    const { body } = await ask({ kind: 'truncated' });
    expect(body).toMatch(/^\[\{"user_id":871000001/);
    expect(() => JSON.parse(body)).toThrow();
  });

  it('has other types, or other shapes', async () => {
    expect((await ask({ kind: 'otherTypes' })).json()).toMatchObject([
      { user_id: 'семь', access_token: 7 },
      { profile_type: 'семь' },
    ]);
    expect((await ask({ kind: 'otherShapes' })).json()).toMatchObject({
      1: [871000002, 2, expect.any(String), expect.any(Number)],
    });
  });

  it('is large, of another time, or sets cookies', async () => {
    const large = await ask({ kind: 'large', bytes: 1_000_000 });
    expect([large.body.length > 1_000_000, large.json<unknown[]>().length]).toEqual([true, 2]);
    expect((await ask({ kind: 'dateOf', moment: 0 })).headers.date).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
    const ahead = Date.parse(String((await ask({ kind: 'dateShifted', by: 25_200_000 })).headers.date));
    expect(Math.abs(ahead - stand.clock.now() - 25_200_000)).toBeLessThan(5000);
    expect(String((await ask({ kind: 'cookies' })).headers['set-cookie'])).toMatch(/remixsid=.*Domain=vk\.me/);
  });
});

it('meets the extension alone where it is told to', async () => {
  stand.faults.set('messenger.webToken', { kind: 'status', status: 500, only: 'extension' });
  expect((await client.send(address)).status).toBe(200);
  expect((await client.send(address, { headers: { 'cache-control': 'no-cache' } })).status).toBe(500);
});
