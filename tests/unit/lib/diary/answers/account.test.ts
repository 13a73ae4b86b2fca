import { describe, expect, it } from 'vitest';
import { classOf, readAccount, viewOf } from '@/lib/diary/answers/account';

const origin = 'https://school.r-19.ru';

const parent = {
  auth_user_profile_id: 700101,
  user_fullname: 'Соколова Мария Игоревна',
  user_desc: 'Родитель',
  user_is_male: false,
  children_persons: [
    { person_id: 810233, fullname: 'Соколов Пётр Андреевич', school: 'МБОУ "СОШ № 4"', classyear: '8 Б', email: null },
    { person_id: 810234, fullname: 'Соколова Анна Андреевна', school: 'МБОУ "СОШ № 4"', classyear: '3 А', email: null },
  ],
  selected_pupil_id: 810233,
  selected_pupil_name: 'Соколов Пётр',
  selected_pupil_school: 'МБОУ "СОШ № 4"',
  selected_pupil_classyear: '8 Б',
  phone: null,
  indicators: [{ name: 'Общий средний балл', value: '4.20', css: 'good' }],
};

const pupil = {
  ...parent,
  auth_user_profile_id: 700102,
  user_fullname: 'Соколов Пётр Андреевич',
  user_desc: 'Ученик 8 Б класса',
  children_persons: [],
};

describe('readAccount', () => {
  it('reads a parent, one account whichever child is chosen', () => {
    expect(readAccount(parent, origin)).toEqual({
      key: 'https://school.r-19.ru#700101',
      origin,
      id: 700101,
      fullName: 'Соколова Мария Игоревна',
      role: 'parent',
      description: 'Родитель',
      children: [
        { id: 810233, fullName: 'Соколов Пётр Андреевич', school: 'МБОУ "СОШ № 4"', classYear: '8 Б' },
        { id: 810234, fullName: 'Соколова Анна Андреевна', school: 'МБОУ "СОШ № 4"', classYear: '3 А' },
      ],
      selectedPupil: { id: 810233, fullName: 'Соколов Пётр Андреевич', school: 'МБОУ "СОШ № 4"', classYear: '8 Б' },
    });
    expect(readAccount({ ...parent, selected_pupil_id: 810234 }, origin)).toMatchObject({
      key: 'https://school.r-19.ru#700101',
      selectedPupil: { id: 810234, classYear: '3 А' },
    });
  });

  it('reads a pupil, who is their own selected pupil, by the full name', () => {
    expect(readAccount(pupil, origin)).toMatchObject({
      role: 'pupil',
      children: [],
      selectedPupil: { id: 810233, fullName: 'Соколов Пётр Андреевич', classYear: '8 Б' },
    });
  });

  it.each([
    ['Ученик 8 Б класса', [], 'pupil'],
    ['Ученица 3 А класса', [], 'pupil'],
    ['Обучающийся', [], 'pupil'],
    ['  УЧЕНИК ', [], 'pupil'],
    ['<span>Ученик</span> 8 Б', [], 'pupil'],
    ['Родитель', [], 'parent'],
    ['Родитель (законный представитель)', [], 'parent'],
    ['Ученик 11 А класса', [{ person_id: 5 }], 'parent'],
    ['Учитель', [{ person_id: 5 }], 'parent'],
    ['Учитель', [], 'other'],
    ['Учащийся 8 Б класса', [], 'pupil'],
    ['Учащаяся', [], 'pupil'],
    ['Обучающаяся', [], 'pupil'],
    ['Воспитанник', [], 'pupil'],
    ['Законный представитель', [], 'parent'],
    ['Законный представитель обучающегося', [], 'parent'],
    ['Мать', [], 'parent'],
    ['Опекун', [], 'parent'],
    ['', [], 'other'],
    [null, null, 'other'],
    [7, 'x', 'other'],
  ])('gives «%s» with children %j the role %s', (user_desc, children_persons, role) => {
    expect(readAccount({ auth_user_profile_id: 1, user_desc, children_persons }, origin)?.role).toBe(role);
  });

  it.each([
    [{ selected_pupil_id: null, children_persons: [{ person_id: 5, fullname: 'А' }] }, 5],
    [{ selected_pupil_id: null, children_persons: [{ person_id: 5 }, { person_id: 6 }] }, undefined],
    [{ selected_pupil_id: '6', children_persons: [{ person_id: 5 }, { person_id: 6 }] }, 6],
    [{ selected_pupil_id: 9, children_persons: [{ person_id: 5 }], selected_pupil_name: 'Б' }, 9],
    [{ children_persons: [null, 5, { person_id: null }, { person_id: 0 }, { person_id: -1 }] }, undefined],
    [{}, undefined],
  ])('finds the selected pupil of %j', (fields, id) => {
    expect(readAccount({ auth_user_profile_id: 1, ...fields }, origin)?.selectedPupil?.id).toBe(id);
  });

  it.each([
    [null],
    [[]],
    ['<html>'],
    [{}],
    [{ auth_user_profile_id: null }],
    [{ auth_user_profile_id: 0 }],
    [{ auth_user_profile_id: 1.5 }],
    [{ auth_user_profile_id: 'admin' }],
    [{ faultcode: 'Server.UserNotAuthenticated' }],
  ])('takes %j for no answer of ЭШ', (answer) => {
    expect(readAccount(answer, origin)).toBeNull();
  });

  it('survives nulls in every field but the id', () => {
    const nulls = Object.fromEntries(Object.keys(parent).map((key) => [key, null]));
    expect(readAccount({ ...nulls, auth_user_profile_id: '42' }, origin)).toMatchObject({ id: 42, fullName: '' });
  });
});

it('tells one pupil’s diary from another’s, and no name', () => {
  const views = [810233, 810234].map((selected_pupil_id) => {
    const account = readAccount({ ...parent, selected_pupil_id }, origin);
    return account && viewOf(account);
  });
  expect(new Set(views).size).toBe(2);
  expect(views.join()).not.toMatch(/[а-я]/i);
});

describe('the class of the pupil whose days are shown', () => {
  const [child] = parent.children_persons;
  const own = { auth_user_profile_id: 7, selected_pupil_id: 1, user_desc: 'Ученик 8 Б класса' };
  it.each([
    ['a parent’s child', { ...parent, selected_pupil_id: child?.person_id }, '8 Б'],
    [
      'where the list of children leaves it out',
      { ...parent, children_persons: [{ ...child, classyear: null }], selected_pupil_classyear: '8 Б' },
      '8 Б',
    ],
    ['a pupil’s own', { ...own, selected_pupil_classyear: '8 В' }, '8 В'],
    ['in the description alone', own, '8 Б класс'],
    ['of nobody who is named', { ...own, selected_pupil_id: null }, '8 Б класс'],
    ['in quotes', { ...own, user_desc: 'Учащаяся 8-«Б» класса, МБОУ СОШ № 4' }, '8-«Б» класс'],
    ['of which only the school has a number', { ...own, user_desc: 'Ученик МБОУ СОШ № 4' }, ''],
    ['of a parent who is described by it', { ...own, user_desc: 'Родитель ученика 8 Б класса' }, ''],
  ])('%s', (_, answer, expected) => {
    const account = readAccount(answer, origin);
    expect(account && classOf(account)).toBe(expected);
  });
});
