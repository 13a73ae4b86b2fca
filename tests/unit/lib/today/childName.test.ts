import { expect, it } from 'vitest';
import { childName } from '@/lib/today/childName';

const children = (...names: string[]) => names.map((fullName) => ({ fullName }));

it.each([
  ['Соколов Пётр Игоревич', children('Соколов Пётр Игоревич', 'Соколова Анна Игоревна'), 'Пётр'],
  ['Соколов Пётр Игоревич', children('Соколов Пётр Игоревич', 'Белов Пётр Олегович'), 'Соколов Пётр Игоревич'],
  ['Белов Пётр Олегович', children('Соколов Пётр Игоревич', 'Белов Пётр Олегович'), 'Белов Пётр Олегович'],
  // The chosen one is written without the patronymic elsewhere.
  ['Соколов Пётр', children('Соколов Пётр Игоревич', 'Соколова Анна Игоревна'), 'Пётр'],
  // An only child, and a row that is nobody's.
  ['Соколов Пётр Игоревич', children('Соколов Пётр Игоревич'), 'Пётр'],
  ['', children('Соколов Пётр Игоревич', 'Соколова Анна Игоревна'), ''],
])('%s among %o is called «%s»', (fullName, all, name) => {
  expect(childName(fullName, all)).toBe(name);
});
