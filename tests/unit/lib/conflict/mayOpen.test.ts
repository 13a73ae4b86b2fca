import { describe, expect, it } from 'vitest';
import { mayOpen } from '@/lib/conflict/mayOpen';
import type { OpeningQuestion, PeopleHere, Purpose, Verdict } from '@/lib/conflict/types';
import type { DiaryRole } from '@/lib/diary/types';
import type { Link } from '@/lib/linking/types';
import type { EduProfile, EduRole } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
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

/** A verdict in a word: `·` opens. */
function codeOf(verdict: Verdict): string {
  if (verdict.kind === 'conflict') return codes[verdict.reason] ?? '?';
  return verdict.kind === 'open' ? (verdict.as ?? '·') : verdict.kind;
}

function verdictOf(purpose: Purpose, role: DiaryRole | null, roles: EduRole[], situation: Situation): string {
  const all = situations[situation](role ?? 'parent').map((one) =>
    // What a link remembers of roles is looked at apart.
    one.profileId === here.id ? { ...one, profileRoles: [] } : one,
  );
  return codeOf(
    mayOpen({
      purpose,
      account: role && accountOf(role),
      here: { kind: 'profiles', profiles: [{ ...here, roles }] },
      links: all,
      profileId: purpose === 'linking' ? here.id : null,
    }),
  );
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
  openingChat: `
    parent  child       child!   child!  other!  child!  child!   child!  child!
    parent  adult       ·        ·       other!  ·       ·        ·       ·
    parent  unclear     ·        ·       other!  ·       ·        ·       ·
    pupil   child       ·        ·       other!  ·       ·        ·       ·
    pupil   adult       adult!   adult!  other!  adult!  adult!   adult!  adult!
    pupil   unclear     ·        ·       other!  ·       ·        ·       ·
    other   child       ·        ·       other!  ·       ·        ·       ·
    other   adult       ·        ·       other!  ·       ·        ·       ·
    other   unclear     ·        ·       other!  ·       ·        ·       ·
    none    child       notKnown notKnown notKnown notKnown notKnown notKnown notKnown
    none    adult       notKnown notKnown notKnown notKnown notKnown notKnown notKnown
    none    unclear     notKnown notKnown notKnown notKnown notKnown notKnown notKnown`,
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
  return expectations[purpose]
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

type Row = [string, Partial<OpeningQuestion> & { role?: DiaryRole; profiles?: EduProfile[] }, string];

function judged({ role = 'parent', profiles = [], ...input }: Row[1]): string {
  const verdict = mayOpen({
    purpose: 'joining',
    account: accountOf(role),
    here: { kind: 'profiles', profiles },
    links: [],
    ...input,
  });
  switch (verdict.kind) {
    case 'open':
      return verdict.as === null ? 'open' : `open as ${verdict.as}`;
    case 'ask':
      return `ask: ${verdict.wanted}`;
    case 'conflict':
      return `${verdict.reason}: ${verdict.present.firstName}, not ${verdict.wanted}`;
    default:
      return verdict.kind;
  }
}

const silent: PeopleHere = { kind: 'problem', problem: problem('messenger', 'slow') };
const family = accountOf('parent');
const withChild = { ...family, children: [{ id: 1, fullName: names.pupil, school: '', classYear: '8 Б' }] };

describe('nobody, several people, or not known', () => {
  it.each<Row>([
    ['nobody, nothing linked', {}, 'open'],
    ['nobody: the call’s own page asks', { links: linkedTo(1) }, 'open'],
    ['nobody, and a chat of hers', { purpose: 'openingChat', links: linkedTo(1) }, 'signIn'],
    ['nobody, and the messenger where nothing is linked', { purpose: 'openingChat' }, 'open'],
    [
      'signed out, and a chat of hers',
      { purpose: 'openingChat', here: { kind: 'signedOut' }, links: linkedTo(1) },
      'signIn',
    ],
    ['personal profiles alone', { purpose: 'openingChat', here: { kind: 'noProfile' }, links: linkedTo(1) }, 'signIn'],
    ['nobody, while linking', { purpose: 'linking', profileId: 1 }, 'signIn'],
    ['nobody, at an invitation', { purpose: 'invitation', account: null }, 'open'],
    ['VK is silent: whoever asks decides what not knowing means', { here: silent }, 'notKnown'],
    ['VK is silent, a chat', { purpose: 'openingChat', here: silent, links: linkedTo(1) }, 'notKnown'],
    ['VK is silent, an invitation', { purpose: 'invitation', account: null, here: silent }, 'notKnown'],
    ['VK is silent, linking', { purpose: 'linking', here: silent }, 'notKnown'],
    ['both, hers is linked', { profiles: [son, mother], links: linkedTo(1) }, 'ask: Мария Соколова'],
    ['both, nothing linked', { profiles: [son, mother] }, 'ask: Мария'],
    ['two children in her diary', { profiles: [son, daughter] }, 'pupilProfileInParentDiary: Пётр, not Мария'],
    ['a child and somebody unknown', { profiles: [son, somebody] }, 'ask: Мария'],
    [
      'two, and hers is gone',
      { profiles: [son, daughter], links: linkedTo(1) },
      'anotherPersonSignedIn: Пётр, not Мария',
    ],
    [
      'his sister where he is linked',
      {
        role: 'pupil',
        profiles: [daughter],
        links: [{ ...linkedTo(3, 'pupil')[0], profileName: 'Пётр Соколов' } as Link],
      },
      'anotherPersonSignedIn: Анна, not Пётр',
    ],
    ['linking hers among both', { purpose: 'linking', profiles: [son, mother], profileId: 1 }, 'open'],
    ['linking one of both', { purpose: 'linking', profiles: [son, mother] }, 'ask: Мария'],
    [
      'linking his in her diary',
      { purpose: 'linking', profiles: [mother, son], profileId: 3 },
      'pupilProfileInParentDiary: Пётр, not Мария',
    ],
    ['linking anew, whoever it will be', { purpose: 'linking', profiles: [mother], links: linkedTo(2) }, 'open'],
    [
      'linking one that has just gone',
      { purpose: 'linking', profiles: [son], profileId: 1 },
      'anotherPersonSignedIn: Пётр, not Мария',
    ],
    [
      'an invitation, both here',
      { purpose: 'invitation', account: null, profiles: [mother, son] },
      'pupilOpensParentInvitation: Пётр, not ',
    ],
  ])('%s', (_, input, expected) => expect(judged(input)).toBe(expected));
});

describe('joining without a link is judged, too', () => {
  it.each<Row>([
    [
      'his mother’s profile in his diary',
      { role: 'pupil', profiles: [mother] },
      'adultProfileInPupilDiary: Мария, not Пётр',
    ],
    [
      'a strange child in her diary',
      { profiles: [daughter], account: withChild },
      'pupilProfileInParentDiary: Анна, not Мария',
    ],
    ['her own child joins as himself', { profiles: [son], account: withChild }, 'open as Пётр'],
    [
      'but opens no chat',
      { purpose: 'openingChat', profiles: [son], account: withChild },
      'pupilProfileInParentDiary: Пётр, not Мария',
    ],
    [
      'and not where hers is linked',
      { profiles: [son], account: withChild, links: linkedTo(1) },
      'anotherPersonSignedIn: Пётр, not Мария',
    ],
    [
      'of her two children whose days are shown is asked for',
      {
        profiles: [son, daughter],
        account: {
          ...withChild,
          children: [...withChild.children, { id: 2, fullName: 'Соколова Анна', school: '', classYear: '' }],
          selectedPupil: { id: 2, fullName: 'Соколова Анна', school: '', classYear: '' },
        },
      },
      'ask: Анна',
    ],
    ['the diary says nothing of who is there', { account: null, profiles: [son] }, 'open'],
  ])('%s', (_, input, expected) => expect(judged(input)).toBe(expected));
});

describe('roles that VK does not tell are those that a link remembers', () => {
  const ofSon = [
    link({ accountKey: 'his', accountName: names.pupil, accountRole: 'other', profileId: 3, profileRoles: ['pupil'] }),
  ];
  it.each<Row>([
    [
      'a pupil in her diary',
      { profiles: [{ ...son, roles: [] }], links: ofSon },
      'pupilProfileInParentDiary: Пётр, not Мария',
    ],
    [
      'a pupil at an invitation',
      { purpose: 'invitation', account: null, profiles: [{ ...son, roles: ['unknown'] }], links: ofSon },
      'pupilOpensParentInvitation: Пётр, not ',
    ],
    ['what VK tells comes first', { profiles: [{ ...son, roles: ['parent'] }], links: ofSon }, 'open'],
  ])('%s', (_, input, expected) => expect(judged(input)).toBe(expected));
});

describe('somebody who could not be read', () => {
  const unread = problem('messenger', 'serverError');
  const nobodyKnown = profile({ id: 9, firstName: '', lastName: '', roles: [] });
  const among = (...profiles: EduProfile[]): PeopleHere => ({
    kind: 'profiles',
    profiles: [...profiles, nobodyKnown],
    unread,
  });
  it.each<Row>([
    ['may be the pupil at an invitation', { purpose: 'invitation', account: null, here: among(mother) }, 'notKnown'],
    [
      'changes nothing where the pupil is seen',
      { purpose: 'invitation', account: null, here: among(son) },
      'pupilOpensParentInvitation: Пётр, not ',
    ],
    ['may be the one to link', { purpose: 'linking', here: among(mother), profileId: 1 }, 'notKnown'],
    ['may be anybody where nothing is linked', { here: among() }, 'notKnown'],
    [
      'is another person where hers is linked',
      { here: among(), links: linkedTo(1) },
      'anotherPersonSignedIn: , not Мария',
    ],
    ['stands beside hers', { here: among(mother), links: linkedTo(1) }, 'ask: Мария Соколова'],
  ])('%s', (_, input, expected) => expect(judged(input)).toBe(expected));
});

describe('a profile linked to another account', () => {
  const elsewhere = { accountKey: 'elsewhere', profileId: 1 };
  const linking: Row[1] = { purpose: 'linking', profiles: [mother], profileId: 1 };
  const refused = 'linkedToAnotherPerson: Мария, not Мария';

  it.each<Row>([
    ['of the same person in another region', { links: [link({ ...elsewhere, accountName: names.parent })] }, 'open'],
    ['in other letters', { links: [link({ ...elsewhere, accountName: names.parent.toUpperCase() })] }, 'open'],
    ['of another role', { links: [link({ ...elsewhere, accountName: names.parent, accountRole: 'other' })] }, refused],
    ['of another name', { links: [link({ ...elsewhere, accountName: 'Соколова Мария' })] }, refused],
    [
      'confirmed to be theirs',
      { links: [link({ ...elsewhere, accountName: 'Соколова Мария' })], samePersonConfirmed: true },
      'open',
    ],
    [
      'of another name, and one that is theirs',
      {
        links: [
          link({ ...elsewhere, accountName: 'Соколова Мария' }),
          link({ ...elsewhere, accountKey: 'third', accountName: names.parent }),
        ],
      },
      'open',
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
      'open',
    ],
  ])('%s', (_, input, expected) => expect(judged({ ...linking, ...input })).toBe(expected));

  it('a confirmation never lets a child’s profile into a parent’s diary', () => {
    const input = { ...linking, profiles: [son], profileId: 3, samePersonConfirmed: true };
    expect(judged(input)).toBe('pupilProfileInParentDiary: Пётр, not Мария');
  });

  it('children who take turns keep to their own', () => {
    const links = [
      link({
        accountKey: 'petr',
        accountName: names.pupil,
        accountRole: 'pupil',
        profileId: son.id,
        profileName: 'Пётр Соколов',
      }),
      link({ accountKey: 'anna', accountName: 'Соколова Анна', accountRole: 'pupil', profileId: daughter.id }),
    ];
    const his = { ...accountOf('pupil'), key: 'petr' };
    const turns = (present: EduProfile) => judged({ account: his, profiles: [present], links });
    expect([turns(son), turns(daughter)]).toEqual(['open', 'anotherPersonSignedIn: Анна, not Пётр']);
    expect(judged({ purpose: 'linking', account: his, profiles: [daughter], profileId: daughter.id, links })).toBe(
      'linkedToAnotherPerson: Анна, not Пётр',
    );
  });
});

describe('every combination', () => {
  const adults = [mother, profile({ id: 6, firstName: 'Вера', roles: ['teacher'] })];
  const everybody = [...adults, son, daughter, somebody];
  const subsets = Array.from({ length: 2 ** everybody.length }, (_, bits) =>
    everybody.filter((_, index) => bits & (1 << index)),
  );
  const presences: PeopleHere[] = [
    silent,
    { kind: 'signedOut' },
    { kind: 'noProfile' },
    ...subsets.map((profiles) => ({ kind: 'profiles', profiles }) as const),
    ...subsets.map((profiles) => ({ kind: 'profiles', profiles, unread: problem('messenger', 'slow') }) as const),
  ];
  const accounts = [withChild, family, accountOf('pupil'), accountOf('other'), null];
  const purposes: Purpose[] = ['linking', 'joining', 'openingChat', 'invitation'];
  const linked = (role: DiaryRole) => [
    [],
    ...everybody.map(({ id }) => linkedTo(id, role)),
    linkedTo(77, role),
    [link({ accountKey: 'x', accountName: 'Белова Елена', accountRole: 'parent', profileId: mother.id })],
    [
      link({
        accountKey: 'x',
        accountName: 'Белов Кирилл',
        accountRole: 'pupil',
        profileId: somebody.id,
        profileRoles: [],
      }),
    ],
  ];

  const isChild = (one: EduProfile) => one.roles.includes('pupil');
  const isAdult = (one: EduProfile) => one.roles.some((role) => role === 'parent' || role === 'teacher');

  /** The rules once more, in the order in which people would say them. */
  function expected({ purpose, account: at, here: who, links }: OpeningQuestion): string {
    if (who.kind === 'problem') return 'notKnown';
    const people = who.kind === 'profiles' ? who.profiles : [];
    const unread = who.kind === 'profiles' && who.unread !== undefined;
    const own = links.find((one) => one.accountKey === at?.key);
    const wrongAge = (one: EduProfile) =>
      (at?.role === 'parent' && isChild(one)) || (at?.role === 'pupil' && isAdult(one));
    const ageCode = at?.role === 'parent' ? 'child!' : 'adult!';
    if (purpose === 'invitation') {
      const pupils = people.filter(
        (one) =>
          isChild(one) || (!isAdult(one) && links.some((l) => l.profileId === one.id && l.accountRole === 'pupil')),
      );
      return pupils.length > 0 ? 'invited!' : unread ? 'notKnown' : '·';
    }
    if (purpose === 'linking') {
      if (people.length === 0) return 'signIn';
      if (unread) return 'notKnown';
      if (people.every(wrongAge)) return ageCode;
      if (people.length > 1) return 'ask';
      const theirs = links.filter((l) => l.profileId === people[0]?.id);
      return at && theirs.length > 0 && !theirs.some((l) => l.accountKey === at.key) ? 'linked!' : '·';
    }
    if (!at) return purpose === 'joining' ? '·' : 'notKnown';
    if (people.length === 0) return own && purpose === 'openingChat' ? 'signIn' : '·';
    if (own) {
      const mine = people.find(({ id }) => id === own.profileId);
      if (!mine) return 'other!';
      return wrongAge(mine) ? ageCode : people.length > 1 ? 'ask' : '·';
    }
    if (unread) return 'notKnown';
    if (!people.every(wrongAge)) return people.length > 1 ? 'ask' : '·';
    if (purpose === 'joining' && at === withChild && people.includes(son)) return people.length > 1 ? 'ask' : 'Пётр';
    return ageCode;
  }

  it.each(purposes)('%s: the answer is that of the rules', (purpose) => {
    let counted = 0;
    for (const at of accounts) {
      for (const links of linked(at?.role ?? 'parent')) {
        // What a link remembers of roles is looked at apart.
        const bare = links.map((one) => ({ ...one, profileRoles: [] }));
        for (const who of presences) {
          const question = { purpose, account: at, here: who, links: bare };
          counted += 1;
          expect([codeOf(mayOpen(question)), question]).toEqual([expected(question), question]);
        }
      }
    }
    expect(counted).toBe(accounts.length * 9 * presences.length);
  });
});
