import { expect, it } from 'vitest';
import { readRoles } from '@/lib/messenger/answers/roles';

it.each<[string, string[]]>([
  ['', []],
  [' , ', []],
  ['Ученик', ['pupil']],
  ['ученица', ['pupil']],
  ['Обучающийся', ['pupil']],
  ['Учащаяся 8 Б класса', ['pupil']],
  ['Родитель', ['parent']],
  ['Родитель (законный представитель)', ['parent']],
  ['Законный представитель обучающегося', ['parent']],
  ['Мама', ['parent']],
  ['Опекун', ['parent']],
  ['Учитель', ['teacher']],
  ['Учительница начальных классов', ['teacher']],
  ['Педагог-организатор', ['teacher']],
  ['Преподаватель', ['teacher']],
  ['Классный руководитель', ['teacher']],
  ['Администратор', ['teacher']],
  ['Представитель администрации', ['teacher']],
  ['Учитель, родитель', ['teacher', 'parent']],
  ['Родитель,Учитель', ['parent', 'teacher']],
  ['Учитель, педагог', ['teacher']],
  ['УЧЕНИК', ['pupil']],
  ['Космонавт', ['unknown']],
  ['Родитель, космонавт', ['parent', 'unknown']],
  ['Мамаша Кураж', ['unknown']],
  ['Научный сотрудник', ['teacher']],
])('«%s» → %j', (text, roles) => {
  expect(readRoles(text)).toEqual(roles);
});
