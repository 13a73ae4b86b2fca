import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readProfileAnswer } from '@/lib/messenger/answers/profile';
import { profileAnswer, profileId } from '@/tests/unit/lib/messenger/samples';

it('reads an educational profile', () => {
  expect(readProfileAnswer(profileAnswer, profileId)).toEqual({
    ok: true,
    value: {
      id: profileId,
      firstName: 'Мария',
      lastName: 'Соколова',
      photo: 'https://sun.example/p.jpg',
      roles: ['parent'],
      rolesText: 'Родитель',
      organizations: ['МБОУ СОШ № 4'],
    },
  });
});

it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['no photo', { photo_100: null }, { photo: null }],
  ['a photo not over https', { photo_100: 'http://sun.example/p.jpg' }, { photo: null }],
  ['no educational part', { educational_profile: null }, { roles: [], rolesText: '', organizations: [] }],
  ['no roles', { educational_profile: { edu_roles: {} } }, { roles: [], organizations: [] }],
  ['nonsense for roles', { educational_profile: { edu_roles: { main_roles: 5 } } }, { roles: [], rolesText: '' }],
  [
    'one bad organisation',
    { educational_profile: { edu_roles: { organizations: [null, { organization_name: 'Лицей' }, {}] } } },
    { organizations: ['Лицей'] },
  ],
  ['no names', { first_name: null, last_name: undefined }, { firstName: '', lastName: '' }],
])('%s', (_, fields, expected) => {
  expect(readProfileAnswer([{ ...profileAnswer[0], ...fields }], profileId)).toMatchObject({
    ok: true,
    value: expected,
  });
});

it.each<[string, unknown, string]>([
  ['a blocked profile', [{ ...profileAnswer[0], deactivated: 'banned' }], 'noAccess'],
  ['nobody', [], 'unreadable'],
  ['somebody else', [{ ...profileAnswer[0], id: 5 }], 'unreadable'],
  ['no list', false, 'unreadable'],
])('%s', (_, response, kind) => {
  expect(readProfileAnswer(response, profileId)).toMatchObject({ ok: false, problem: { kind } });
});

it('survives anything', () => {
  fc.assert(
    fc.property(fc.anything(), (educational) => {
      readProfileAnswer(educational, profileId);
      readProfileAnswer([{ id: profileId, educational_profile: educational, first_name: educational }], profileId);
    }),
  );
});
