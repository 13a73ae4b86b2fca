import { describe, expect, it } from 'vitest';
import { isTrialOpen, judgeTrial, trialLifetime } from '@/lib/diary/adding/trial';
import { likelyZone } from '@/lib/diary/adding/zones';
import type { DiaryAccount } from '@/lib/diary/types';

const account = { key: 'a' } as DiaryAccount;
const read = (json: unknown) => (typeof json === 'object' && json !== null && 'id' in json ? account : null);
const answer = (text: string, status = 200, path = '/api/ProfileService/GetPersonData') => ({ status, path, text });

describe('the first look at a new address', () => {
  it.each([
    ['the person', answer('{"id":1}'), 'added'],
    ['403', answer('', 403), 'signIn'],
    ['401', answer('{"id":1}', 401), 'signIn'],
    ['a fault', answer('{"faultcode":"Server.UserNotAuthenticated"}'), 'signIn'],
    ['the other spelling', answer('{"faultcode":"Server.UserNotAuthenticatedError"}'), 'signIn'],
    ['the sign-in page in place of JSON', answer('<form><input name="login_login"></form>'), 'signIn'],
    ['the sign-in page behind a redirect', answer('<html></html>', 200, '/auth/login-page'), 'signIn'],
    ['another fault', answer('{"faultcode":"Client.ValidationError"}'), 'notDiary'],
    ['another JSON', answer('{"ok":true}'), 'notDiary'],
    ['a list', answer('[]'), 'notDiary'],
    ['any page', answer('<html><title>Новости</title></html>'), 'notDiary'],
    ['no such page', answer('<html>login_login</html>', 404), 'notDiary'],
    ['a broken server', answer('{"id":1}', 502), 'unreachable'],
    ['a page of trouble', answer('<html><title>Технические работы</title>БАРС</html>'), 'unreachable'],
    ['a server that is asked too much', answer('', 429), 'unreachable'],
    ['nothing', answer(''), 'notDiary'],
  ] as const)('%s', (_, given, outcome) => {
    expect(judgeTrial(given, read)).toBe(outcome);
  });

  it('keeps a right for half an hour, and not when the clock was put back', () => {
    expect([0, trialLifetime - 1, trialLifetime, -1].map((age) => isTrialOpen(1000, 1000 + age))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the zone to offer first', () => {
  const at = Date.UTC(2026, 10, 26);
  it.each([
    ['Asia/Krasnoyarsk', 'Asia/Krasnoyarsk'],
    ['Europe/Minsk', 'Europe/Moscow'],
    ['Asia/Novosibirsk', 'Asia/Krasnoyarsk'],
    ['America/New_York', 'Europe/Moscow'],
    ['Asia/Tokyo', 'Asia/Yakutsk'],
  ])('%s: %s', (computer, zone) => expect(likelyZone(computer, at)).toBe(zone));
});
