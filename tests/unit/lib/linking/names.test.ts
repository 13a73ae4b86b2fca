import { describe, expect, it } from 'vitest';
import type { DiaryRole, Pupil } from '@/lib/diary/types';
import { type Difference, differencesOf, suggestProfile } from '@/lib/linking/differences';
import { ageOfRoles, isSamePerson, profileNameFits } from '@/lib/linking/samePerson';
import { isSameSchool, readSchool } from '@/lib/linking/schools';
import type { EduRole } from '@/lib/messenger/types';
import { account, elena, maria, petr, profile } from './samples';

describe('two accounts of one person', () => {
  it.each<[string, DiaryRole, string, DiaryRole, boolean]>([
    ['Соколова Мария Игоревна', 'parent', 'Соколова Мария Игоревна', 'parent', true],
    ['Соколова Мария Игоревна', 'parent', '  соколова   МАРИЯ игоревна ', 'parent', true],
    ['Королёва Алёна Дмитриевна', 'parent', 'Королева Алена Дмитриевна', 'parent', true],
    ['Королёва Алёна', 'parent', 'Королёва Алёна'.normalize('NFD'), 'parent', true],
    ['Римская\u2010Корсакова Анна', 'parent', 'Римская - Корсакова Анна', 'parent', true],
    ['Соколова\u200b Мария\u00a0Игоревна', 'parent', 'Соколова Мария Игоревна', 'parent', true],
    // Names in different order were nobody's.
    ['Соколова Мария', 'parent', 'Мария Соколова', 'parent', true],
    ['Мария Игоревна Соколова', 'parent', 'СОКОЛОВА  Мария Игоревна', 'parent', true],
    ['Римская-Корсакова Анна', 'parent', 'Анна Римская – Корсакова', 'parent', true],
    ['Соколова Мария Мария', 'parent', 'Соколова Соколова Мария', 'parent', false],
    ['Соколова Мария Игоревна', 'parent', 'Соколова Мария Игоревна', 'pupil', false],
    ['Соколова Мария Игоревна', 'parent', 'Соколова Мария Игоревна', 'other', false],
    ['Соколова Мария Игоревна', 'parent', 'Соколова Мария', 'parent', false],
    ['Соколова Мария Игоревна', 'parent', 'Соколова Анна Игоревна', 'parent', false],
    ['Соколов Пётр Андреевич', 'pupil', 'Соколов Петр Андреевич', 'pupil', true],
    // A diary that says no names says nothing of who is who.
    ['', 'parent', '', 'parent', false],
    [' ', 'other', '', 'other', false],
  ])('«%s» (%s) and «%s» (%s): %s', (name, role, otherName, otherRole, same) => {
    const one = { fullName: name, role };
    const other = { fullName: otherName, role: otherRole };
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([same, same]);
  });
});

describe('the profile’s name in the diary’s', () => {
  it.each<[string, string, string, boolean | null]>([
    ['Мария', 'Соколова', 'Соколова Мария Игоревна', true],
    ['Мария', 'Соколова', 'Мария Игоревна Соколова', true],
    ['мария', 'СОКОЛОВА', 'Соколова Мария', true],
    ['Алена', 'Королева', 'Королёва Алёна Дмитриевна', true],
    ['Мария Игоревна', 'Соколова', 'Соколова Мария Игоревна', true],
    ['Анна-Мария', 'Соколова', 'Соколова Анна Мария Игоревна', true],
    ['Анна Мария', 'Соколова', 'Соколова Анна–Мария Игоревна', true],
    ['Анна', 'Петрова', 'Иванова-Петрова Анна Сергеевна', true],
    ['Анна', 'Иванова-Петрова', 'Иванова Анна Сергеевна', false],
    ['Наталья', 'Иванова', 'Тарасова Наталья Викторовна', false],
    ['Пётр', 'Соколов', 'Соколова Мария Игоревна', false],
    ['Маша', 'Соколова', 'Соколова Мария Игоревна', false],
    ['Maria', 'Sokolova', 'Соколова Мария Игоревна', false],
    ['Мария', '', 'Соколова Мария Игоревна', true],
    ['', '', 'Соколова Мария Игоревна', null],
    [' ', '\u200b', 'Соколова Мария Игоревна', null],
    ['Мария', 'Соколова', '', null],
    ['Мария Игоревна', 'Соколова', 'Соколова Мария', true],
    ['Мария Игоревна', 'Соколова', 'Мария', false],
    ['Мария Игоревна', 'Соколова', 'Петрова Мария', false],
  ])('%s %s in «%s»: %s', (firstName, lastName, fullName, fits) => {
    expect(profileNameFits({ firstName, lastName }, fullName)).toBe(fits);
  });
});

describe('what roles say of a person’s age', () => {
  it.each<[EduRole[], string]>([
    [['pupil'], 'child'],
    [['pupil', 'unknown'], 'child'],
    [['parent'], 'adult'],
    [['teacher'], 'adult'],
    [['teacher', 'parent'], 'adult'],
    [['unknown', 'parent'], 'adult'],
    [['pupil', 'parent'], 'unknown'],
    [['pupil', 'teacher'], 'unknown'],
    [['unknown'], 'unknown'],
    [[], 'unknown'],
  ])('%j: %s', (roles, age) => expect(ageOfRoles(roles)).toBe(age));
});

describe('names of schools', () => {
  it.each<[string, string, boolean]>([
    ['МБОУ "СОШ № 4"', 'МБОУ СОШ № 4', true],
    ['МБОУ «СОШ №4»', 'мбоу сош 4', true],
    ['МБОУ "СОШ № 4" г. Абакана', 'СОШ №4', true],
    ['МАОУ СОШ № 4', 'МБОУ СОШ № 4', true],
    ['МБОУ "Средняя общеобразовательная школа № 4"', 'МБОУ СОШ № 4', true],
    ['МОУ "Средняя школа № 10"', 'СШ № 10', true],
    ['МБОУ СОШ № 4', 'МБОУ СОШ № 42', false],
    ['МБОУ СОШ № 14', 'МБОУ СОШ № 4', false],
    ['МБОУ СОШ № 4', 'МБОУ СОШ № 04', true],
    ['МБОУ "Гимназия № 4"', 'МБОУ СОШ № 4', false],
    ['МБОУ "Гимназия"', 'МБОУ "Гимназия № 4"', false],
    ['МБОУ "Лицей имени Лобачевского"', 'Лицей имени Лобачевского', true],
  ])('«%s» and «%s»: %s', (one, other, same) => {
    const [first, second] = [readSchool(one), readSchool(other)];
    if (!first || !second) throw new Error('not a name');
    expect([isSameSchool(first, second), isSameSchool(second, first)]).toEqual([same, same]);
  });

  it.each(['', ' ', '«»', 'МБОУ', '№'])('«%s» names no school', (name) => expect(readSchool(name)).toBeNull());
});

describe('«Проверьте данные»', () => {
  const pupil = (school: string): Pupil => ({ id: 1, fullName: '', school, classYear: '' });
  const school = pupil('МБОУ "СОШ № 4"');

  it.each<[string, Parameters<typeof account>[0], Parameters<typeof profile>[0], Difference[]]>([
    ['the same person', { selectedPupil: school }, { organizations: ['МБОУ СОШ № 4'] }, []],
    ['a maiden name', {}, { lastName: 'Иванова' }, ['name']],
    ['a teacher in a parent’s diary', {}, { roles: ['teacher'] }, ['role']],
    ['a teacher who is a parent, too', {}, { roles: ['teacher', 'parent'] }, []],
    ['a pupil who teaches', {}, { roles: ['pupil', 'teacher'] }, ['role']],
    ['a parent among unknown roles', {}, { roles: ['unknown', 'parent'] }, []],
    ['an unknown role', {}, { roles: ['unknown'] }, []],
    ['no role', {}, { roles: [] }, []],
    ['staff', { role: 'other' }, { roles: ['teacher'] }, []],
    ['another school', { selectedPupil: school }, { organizations: ['МБОУ СОШ № 42'] }, ['school']],
    ['the school of another child', { children: [pupil('Лицей № 1'), school] }, { organizations: ['СОШ № 4'] }, []],
    ['one of several schools', { selectedPupil: school }, { organizations: ['Лицей № 1', 'СОШ № 4'] }, []],
    ['no school in the profile', { selectedPupil: school }, {}, []],
    ['no school in the diary', { selectedPupil: pupil('') }, { organizations: ['СОШ № 4'] }, []],
    [
      'everything at once',
      { selectedPupil: school },
      { firstName: 'Олег', roles: ['teacher'], organizations: ['Лицей № 1'] },
      ['name', 'role', 'school'],
    ],
    [
      'a pupil’s classmate',
      { role: 'pupil', fullName: 'Соколов Пётр Андреевич', selectedPupil: school },
      { firstName: 'Петр', lastName: 'Соколов', roles: ['pupil'], organizations: ['СОШ 4'] },
      [],
    ],
  ])('%s', (_, inDiary, inProfile, differences) => {
    expect(differencesOf(account(inDiary), profile(inProfile))).toEqual(differences);
  });
});

describe('the profile that is suggested', () => {
  const daughter = profile({ id: 5, roles: ['pupil'] });
  const namesake = profile({ id: 6 });

  it.each([
    ['the one of that name', [petr, maria, elena], maria],
    ['nobody when nobody fits', [petr, elena], null],
    ['nobody when two fit', [maria, namesake], null],
    ['the mother and not the daughter of the same name', [daughter, maria], maria],
    ['not a child in a parent’s diary', [daughter, elena], null],
    ['nobody without names', [profile({ firstName: '', lastName: '' })], null],
  ])('%s', (_, profiles, suggested) => expect(suggestProfile(account(), profiles)).toBe(suggested));
});
