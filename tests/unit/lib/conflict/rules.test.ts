import { describe, expect, it } from 'vitest';
import { judge } from '@/lib/conflict/rules';
import type { ConflictInput, Purpose, WarningReason } from '@/lib/conflict/types';
import type { DiaryRole } from '@/lib/diary/types';
import type { Link } from '@/lib/linking/types';
import type { EduProfile, EduRole } from '@/lib/messenger/types';
import { account, link, profile } from '@/tests/unit/lib/linking/samples';

/** Every set of roles that a profile can have, and what it makes of its person. */
const people: Record<string, readonly EduRole[][]> = {
  child: [['pupil'], ['pupil', 'unknown']],
  adult: [
    ['parent'],
    ['teacher'],
    ['teacher', 'parent'],
    ['parent', 'unknown'],
    ['teacher', 'unknown'],
    ['teacher', 'parent', 'unknown'],
  ],
  unclear: [
    [],
    ['unknown'],
    ['pupil', 'parent'],
    ['pupil', 'teacher'],
    ['pupil', 'parent', 'teacher'],
    ['pupil', 'parent', 'unknown'],
    ['pupil', 'teacher', 'unknown'],
    ['pupil', 'parent', 'teacher', 'unknown'],
  ],
};

const here = profile({ id: 1 });
const gone = profile({ id: 2 });
const names: Record<DiaryRole, string> = {
  parent: 'Соколова Мария Игоревна',
  pupil: 'Соколов Пётр Андреевич',
  other: 'Громов Сергей Юрьевич',
};

function accountOf(role: DiaryRole) {
  return account({ role, fullName: names[role] });
}

/** What is linked in this browser, seen from a diary account and the profile that is signed in. */
const situations = {
  nothing: () => [],
  'this to it': (role) => [link({ accountName: names[role], accountRole: role, profileId: here.id })],
  'this to one who is gone': (role) => [link({ accountName: names[role], accountRole: role, profileId: gone.id })],
  'theirs elsewhere to it': (role) => [
    link({ accountKey: 'elsewhere', accountName: names[role].toUpperCase(), accountRole: role, profileId: here.id }),
  ],
  'a parent’s to it': () => [
    link({ accountKey: 'x', accountName: 'Белова Елена', accountRole: 'parent', profileId: here.id }),
  ],
  'a pupil’s to it': () => [
    link({ accountKey: 'x', accountName: 'Белов Кирилл', accountRole: 'pupil', profileId: here.id }),
  ],
  'somebody’s to one who is gone': () => [link({ accountKey: 'x', accountName: 'Белова Елена', profileId: gone.id })],
} satisfies Record<string, (role: DiaryRole) => Link[]>;

type Situation = keyof typeof situations;

const codes: Record<string, string> = {
  pupilProfileInParentDiary: 'child!',
  adultProfileInPupilDiary: 'adult!',
  linkedToAnotherPerson: 'linked!',
  anotherPersonSignedIn: 'other!',
  pupilOpensParentInvitation: 'invited!',
};

function verdictOf(purpose: Purpose, role: DiaryRole | null, roles: EduRole[], situation: Situation): string {
  const verdict = judge({
    purpose,
    account: role && accountOf(role),
    profiles: [{ ...here, roles }],
    links: situations[situation](role ?? 'parent'),
    profileId: purpose === 'linking' ? here.id : null,
  });
  return verdict.kind === 'clear' ? '·' : (codes[verdict.reason] ?? '?');
}

/** One profile is signed in: diary role, person, then a verdict for each situation in the order above. `·` is clear. */
const expectations: Record<Purpose, string> = {
  //                    nothing  this    gone    theirs  parent's pupil's somebody's
  linking: `
    parent  child       child!   child!  child!  child!  child!   child!  child!
    parent  adult       ·        ·       ·       ·       linked!  linked! ·
    parent  unclear     ·        ·       ·       ·       linked!  linked! ·
    pupil   child       ·        ·       ·       ·       linked!  linked! ·
    pupil   adult       adult!   adult!  adult!  adult!  adult!   adult!  adult!
    pupil   unclear     ·        ·       ·       ·       linked!  linked! ·
    other   child       ·        ·       ·       ·       linked!  linked! ·
    other   adult       ·        ·       ·       ·       linked!  linked! ·
    other   unclear     ·        ·       ·       ·       linked!  linked! ·
    none    child       ·        ·       ·       ·       ·        ·       ·
    none    adult       ·        ·       ·       ·       ·        ·       ·
    none    unclear     ·        ·       ·       ·       ·        ·       ·`,
  joining: `
    parent  child       child!   child!  other!  child!  child!   child!  child!
    parent  adult       ·        ·       other!  ·       ·        ·       ·
    parent  unclear     ·        ·       other!  ·       ·        ·       ·
    pupil   child       ·        ·       other!  ·       ·        ·       ·
    pupil   adult       adult!   adult!  other!  adult!  adult!   adult!  adult!
    pupil   unclear     ·        ·       other!  ·       ·        ·       ·
    other   child       ·        ·       other!  ·       ·        ·       ·
    other   adult       ·        ·       other!  ·       ·        ·       ·
    other   unclear     ·        ·       other!  ·       ·        ·       ·
    none    child       ·        ·       ·       ·       ·        ·       ·
    none    adult       ·        ·       ·       ·       ·        ·       ·
    none    unclear     ·        ·       ·       ·       ·        ·       ·`,
  openingChat: 'joining',
  invitation: `
    parent  child       invited! invited! invited! invited! invited! invited! invited!
    parent  adult       ·        ·       ·       ·       ·        ·        ·
    parent  unclear     ·        ·       ·       ·       ·        invited! ·
    pupil   child       invited! invited! invited! invited! invited! invited! invited!
    pupil   adult       ·        ·       ·       ·       ·        ·        ·
    pupil   unclear     ·        invited! ·      invited! ·       invited! ·
    other   child       invited! invited! invited! invited! invited! invited! invited!
    other   adult       ·        ·       ·       ·       ·        ·        ·
    other   unclear     ·        ·       ·       ·       ·        invited! ·
    none    child       invited! invited! invited! invited! invited! invited! invited!
    none    adult       ·        ·       ·       ·       ·        ·        ·
    none    unclear     ·        ·       ·       ·       ·        invited! ·`,
};

function rowsOf(purpose: Purpose): string[][] {
  const table = expectations[purpose];
  if (table in expectations) return rowsOf(table as Purpose);
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

describe('with one profile signed in', () => {
  it('the tables hold every set of roles once', () => {
    const all = Object.values(people)
      .flat()
      .map((roles) => [...roles].sort().join());
    expect(new Set(all).size).toBe(2 ** 4);
    expect(all).toHaveLength(2 ** 4);
  });

  for (const purpose of Object.keys(expectations) as Purpose[]) {
    describe(purpose, () => {
      it.each(rowsOf(purpose).map(([role, person, ...cells]) => [role, person, cells] as const))(
        'in the diary of «%s», a profile that is «%s»',
        (role = '', person = '', expected) => {
          for (const roles of people[person] ?? []) {
            const found = (Object.keys(situations) as Situation[]).map((situation) =>
              verdictOf(purpose, role === 'none' ? null : (role as DiaryRole), roles, situation),
            );
            expect([roles, found]).toEqual([roles, expected]);
          }
        },
      );
    });
  }
});

const mother = profile({ id: 1, roles: ['parent'] });
const son = profile({ id: 3, firstName: 'Пётр', lastName: 'Соколов', roles: ['pupil'] });
const daughter = profile({ id: 4, firstName: 'Анна', lastName: 'Соколова', roles: ['pupil'] });
const somebody = profile({ id: 5, firstName: 'Олег', lastName: 'Иванов', roles: [] });
const linkedTo = (id: number, role: DiaryRole = 'parent') => [
  link({ accountName: names[role], accountRole: role, profileId: id }),
];

type Row = [string, Partial<ConflictInput> & { role?: DiaryRole }, string];

function judged({ role = 'parent', ...input }: Row[1]): string {
  const verdict = judge({
    purpose: 'joining',
    account: accountOf(role),
    profiles: [],
    links: [],
    profileId: null,
    ...input,
  });
  if (verdict.kind === 'clear') return ['clear', ...verdict.warnings].join(' ');
  return `${verdict.reason}: ${verdict.present.firstName}`;
}

describe('nobody or several people are signed in', () => {
  it.each<Row>([
    ['nobody, nothing linked', {}, 'clear'],
    ['nobody: the person signs in again', { links: linkedTo(1) }, 'clear'],
    ['nobody, while linking', { purpose: 'linking', profileId: 1 }, 'clear'],
    ['nobody, at an invitation', { purpose: 'invitation', account: null }, 'clear'],
    ['both, hers is linked', { profiles: [son, mother], links: linkedTo(1) }, 'clear severalPeopleSignedIn'],
    ['both, nothing linked: one of them is right', { profiles: [son, mother] }, 'clear severalPeopleSignedIn'],
    ['two children in her diary', { profiles: [son, daughter] }, 'pupilProfileInParentDiary: Пётр'],
    ['a child and somebody unknown', { profiles: [son, somebody] }, 'clear severalPeopleSignedIn'],
    ['two, and hers is gone', { profiles: [son, daughter], links: linkedTo(1) }, 'anotherPersonSignedIn: Пётр'],
    [
      'his sister where he is linked',
      { role: 'pupil', profiles: [daughter], links: linkedTo(3, 'pupil') },
      'anotherPersonSignedIn: Анна',
    ],
    [
      'linking hers among both',
      { purpose: 'linking', profiles: [son, mother], profileId: 1 },
      'clear severalPeopleSignedIn',
    ],
    [
      'linking his in her diary',
      { purpose: 'linking', profiles: [mother, son], profileId: 3 },
      'pupilProfileInParentDiary: Пётр',
    ],
    ['linking anew, whoever it will be', { purpose: 'linking', profiles: [mother], links: linkedTo(2) }, 'clear'],
    [
      'linking one that has just gone',
      { purpose: 'linking', profiles: [son], profileId: 1 },
      'anotherPersonSignedIn: Пётр',
    ],
    [
      'an invitation, both here',
      { purpose: 'invitation', account: null, profiles: [mother, son] },
      'pupilOpensParentInvitation: Пётр',
    ],
  ])('%s', (_, input, expected) => expect(judged(input)).toBe(expected));
});

describe('a profile linked to another account', () => {
  const elsewhere = { accountKey: 'elsewhere', profileId: 1 };
  const linking: Row[1] = { purpose: 'linking', profiles: [mother], profileId: 1 };

  it.each<Row>([
    ['of the same person in another region', { links: [link({ ...elsewhere, accountName: names.parent })] }, 'clear'],
    ['in other letters', { links: [link({ ...elsewhere, accountName: names.parent.toUpperCase() })] }, 'clear'],
    [
      'of another role',
      { links: [link({ ...elsewhere, accountName: names.parent, accountRole: 'other' })] },
      'linkedToAnotherPerson: Мария',
    ],
    [
      'of another name',
      { links: [link({ ...elsewhere, accountName: 'Соколова Мария' })] },
      'linkedToAnotherPerson: Мария',
    ],
    [
      'confirmed to be theirs',
      { links: [link({ ...elsewhere, accountName: 'Соколова Мария' })], samePersonConfirmed: true },
      'clear',
    ],
    [
      'of another name, and one that is theirs',
      {
        links: [
          link({ ...elsewhere, accountName: 'Соколова Мария' }),
          link({ ...elsewhere, accountKey: 'third', accountName: names.parent }),
        ],
      },
      'clear',
    ],
    [
      'linked to this account before, too',
      {
        links: [
          link({ ...elsewhere, accountName: 'Соколова Мария' }),
          // Confirmed then, and under the name of then.
          link({ accountName: 'Соколова М. И.', profileId: 1, samePersonConfirmed: true }),
        ],
      },
      'clear',
    ],
  ])('%s', (_, input, expected) => expect(judged({ ...linking, ...input })).toBe(expected));

  it('a confirmation never lets a child’s profile into a parent’s diary', () => {
    const input = { ...linking, profiles: [son], profileId: 3, samePersonConfirmed: true };
    expect(judged(input)).toBe('pupilProfileInParentDiary: Пётр');
  });

  it('children who take turns keep to their own', () => {
    const links = [
      link({ accountKey: 'petr', accountName: names.pupil, accountRole: 'pupil', profileId: son.id }),
      link({ accountKey: 'anna', accountName: 'Соколова Анна', accountRole: 'pupil', profileId: daughter.id }),
    ];
    const his = { ...accountOf('pupil'), key: 'petr' };
    const turns = (present: EduProfile) => judged({ account: his, profiles: [present], links });
    expect([turns(son), turns(daughter)]).toEqual(['clear', 'anotherPersonSignedIn: Анна']);
    expect(judged({ purpose: 'linking', account: his, profiles: [daughter], profileId: daughter.id, links })).toBe(
      'linkedToAnotherPerson: Анна',
    );
  });
});

describe('warnings', () => {
  it.each<[string, EduProfile[], WarningReason[]]>([
    ['the very person', [mother], []],
    ['another name', [profile({ lastName: 'Иванова' })], ['nameDiffers']],
    ['no role', [profile({ roles: [] })], ['unknownRole']],
    ['a role that is not understood', [profile({ roles: ['parent', 'unknown'] })], ['unknownRole']],
    ['no name', [profile({ firstName: '', lastName: '' })], []],
    ['several people: nothing is said of any', [profile({ roles: [] }), somebody], ['severalPeopleSignedIn']],
  ])('%s', (_, profiles, warnings) => {
    const found = judge({ purpose: 'joining', account: accountOf('parent'), links: [], profileId: null, profiles });
    expect(found).toEqual({ kind: 'clear', warnings });
  });
});

it('a conflict says who is here and who is wanted', () => {
  expect(
    judge({ purpose: 'joining', account: accountOf('parent'), profiles: [son], links: [], profileId: null }),
  ).toEqual({
    kind: 'conflict',
    reason: 'pupilProfileInParentDiary',
    present: son,
    wanted: names.parent,
  });
});
