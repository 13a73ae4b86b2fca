import { describe, expect, it } from 'vitest';
import { namedClasses, namedGroups, readClass, samePerson } from '@/lib/calls/names';
import { namedSubjects, namesDiscipline, subjects } from '@/lib/calls/subjects';

describe('subjects that a name names', () => {
  it.each([
    ['Алгебра', 'algebra'],
    ['Алг. 8Б', 'algebra'],
    ['Алгебра и начала математического анализа', 'algebra'],
    ['урок по алгебре', 'algebra'],
    ['ГЕОМЕТРИЯ 8-Б', 'geometry'],
    ['Геом.', 'geometry'],
    ['Математика', 'mathematics'],
    ['матем. 5 в', 'mathematics'],
    ['мат-ка', 'mathematics'],
    ['Вероятность и статистика', 'probability'],
    ['ВиС 8 Б', 'probability'],
    ['Теория вероятностей', 'probability'],
    ['Информатика', 'informatics'],
    ['Инф. 1 гр', 'informatics'],
    ['Физика', 'physics'],
    ['Химия', 'chemistry'],
    ['хим.', 'chemistry'],
    ['Био', 'biology'],
    ['География 8 Б', 'geography'],
    ['Геогр.', 'geography'],
    ['Окр. мир', 'nature'],
    ['Окружающий мир', 'nature'],
    ['Рус. яз.', 'russian'],
    ['Русский язык', 'russian'],
    ['Р.яз. 8б', 'russian'],
    ['русский', 'russian'],
    ['Литература', 'literature'],
    ['Лит-ра', 'literature'],
    ['Русская литература', 'literature'],
    ['Литературное чтение', 'reading'],
    ['Родной язык (русский)', 'native-language'],
    ['Родная литература (русская)', 'native-literature'],
    ['англ. яз.', 'english'],
    ['Англ.', 'english'],
    ['Ин.яз (англ)', 'english'],
    ['Иностранный язык (английский)', 'english'],
    ['Английский язык', 'english'],
    ['Второй иностранный язык (немецкий)', 'german'],
    ['Нем. яз.', 'german'],
    ['Ин. яз. (нем.)', 'german'],
    ['спросите о нём', null],
    ['Немецкий язык', 'german'],
    ['Иностранный язык', 'foreign-language'],
    ['История', 'history'],
    ['История России. Всеобщая история', 'history'],
    ['Общество', 'society'],
    ['Обществознание', 'society'],
    ['ОБЖ', 'safety'],
    ['ОБЗР', 'safety'],
    ['Основы безопасности и защиты Родины', 'safety'],
    ['физ-ра', 'physical-education'],
    ['Физра', 'physical-education'],
    ['Физическая культура', 'physical-education'],
    ['ИЗО', 'art'],
    ['Изобразительное искусство', 'art'],
    ['Музыка', 'music'],
    ['Труд (технология)', 'technology'],
    ['МХК', 'world-culture'],
    ['Разговоры о важном', 'important-talks'],
    ['Классный час', 'class-hour'],
    ['физ.', null],
    ['гео', null],
    ['Общ. чат 8 Б', null],
    ['Инф. чат 8 Б', null],
    ['8 Б — родители', null],
    ['Трудности перевода', null],
    ['Правописание', null],
    ['', null],
  ])('«%s»: %s', (name, subject) => {
    expect([...namedSubjects(name)]).toEqual(subject ? [subject] : []);
  });

  it('are several where several are named', () => {
    expect([...namedSubjects('Физика вместо алгебры')].toSorted()).toEqual(['algebra', 'physics']);
    expect([...namedSubjects('Обществознание (включая экономику и право)')].toSorted()).toEqual([
      'economics',
      'law',
      'society',
    ]);
  });

  it('does not mind ё, case and composed letters', () => {
    expect([...namedSubjects('ЧЕРЧЕ\u0301НИЕ')]).toEqual([]);
    expect([...namedSubjects('иностранныи\u0306 язык')]).toEqual(['foreign-language']);
  });

  it('have each pattern once', () => {
    const patterns = subjects.flatMap((subject) => subject.patterns);
    expect(patterns.filter((pattern, index) => patterns.indexOf(pattern) !== index)).toEqual([]);
  });

  it.each([
    ['Робототехника 8Б', 'Робототехника', true],
    ['урок робототехники', 'Робототехника', true],
    ['Финансовая грамотность', 'Внеурочная деятельность. Функциональная грамотность', true],
    ['Хакасский язык', 'Хакасский язык', true],
    ['Тувинский язык', 'Хакасский язык', false],
    ['Урок', 'Урок', false],
    ['', 'Робототехника', false],
  ])('«%s» for «%s», which is not in the table: %s', (name, discipline, expected) => {
    expect(namesDiscipline(name, discipline)).toBe(expected);
  });
});

describe('classes that a name names', () => {
  it.each([
    ['География 8 Б', ['8б']],
    ['8Б алгебра', ['8б']],
    ['8б', ['8б']],
    ['алгебра 8 б', ['8б']],
    ['8-Б', ['8б']],
    ['8«Б»', ['8б']],
    ['8 "Б" класс', ['8б']],
    ['9 А', ['9а']],
    ['8 А, Б', ['8а', '8б']],
    ['8 А и Б', ['8а', '8б']],
    ['8АБ', ['8а', '8б']],
    ['8а,б', ['8а', '8б']],
    ['8 А, 8 Б', ['8а', '8б']],
    ['10А класс', ['10а']],
    ['8 в класс', ['8в']],
    ['8Е', ['8е']],
    ['8 классы', [8]],
    ['8-е классы', [8]],
    ['5-х классов', [5]],
    ['5–7 классы', [5, 6, 7]],
    ['Алгебра 9', [9]],
    ['9 в зуме', [9]],
    ['8 А, в зуме', ['8а']],
    ['урок 9 в зуме', []],
    ['3 урок', []],
    ['1 группа', []],
    ['гр. 2', []],
    ['2-я подгруппа', []],
    ['23.11 в 10:20', []],
    ['8:30–9:10', []],
    ['11 ноября', []],
    ['СОШ № 4', []],
    ['№ 231–235', []],
    ['Родители', []],
  ])('«%s»: %j', (name, expected) => {
    const { classes, grades } = namedClasses(name);
    expect([...classes, ...grades]).toEqual(expected);
  });

  it.each([
    ['8 Б', { grade: 8, letter: 'б' }],
    ['8Б', { grade: 8, letter: 'б' }],
    ['10-А', { grade: 10, letter: 'а' }],
    ['11', { grade: 11, letter: null }],
    ['8 «Б»', { grade: 8, letter: 'б' }],
    ['ИС-21', null],
    ['', null],
  ])('the pupil’s «%s» is %j', (text, expected) => {
    expect(readClass(text)).toEqual(expected);
  });
});

describe('groups that a name names', () => {
  it.each([
    ['Англ. яз. 8 Б 1 группа', [1]],
    ['гр. 2', [2]],
    ['2гр', [2]],
    ['2-я подгруппа', [2]],
    ['Английский язык (группа 1)', [1]],
    ['II группа', [2]],
    ['8 Б', []],
    ['группа продлённого дня', []],
  ])('«%s»: %j', (name, expected) => {
    expect([...namedGroups(name)]).toEqual(expected);
  });
});

describe('the teacher and the caller', () => {
  it.each([
    ['Белова Елена Александровна', 'Елена Белова', true],
    ['Белова Е. А.', 'Елена Белова', true],
    ['Белова', 'Елена Белова', true],
    ['Белова Елена Александровна', 'Белова Елена Александровна', true],
    ['Семёнова Алёна Игоревна', 'Алена Семенова', true],
    ['Иванов И. И., Белова Е. А.', 'Елена Белова', true],
    ['Белова Елена Александровна', 'Ольга Белова', false],
    ['Белова Елена Александровна', 'Елена Серова', false],
    ['', 'Елена Белова', null],
    ['Белова Елена Александровна', '', null],
  ])('«%s» and «%s»: %s', (teacher, caller, expected) => {
    expect(samePerson(teacher, caller)).toBe(expected);
  });
});
