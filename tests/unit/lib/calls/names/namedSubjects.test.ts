import { describe, expect, it } from 'vitest';
import { beginsWithSubject, namedSubjects, namesDiscipline } from '@/lib/calls/names/namedSubjects';
import { subjects } from '@/lib/calls/names/subjects';

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

  it.each([
    ['алгебра в 10:20', true],
    ['англ. яз.', true],
    ['физ-ра', true],
    ['в алгебре', false],
    ['ФМ', false],
    ['', false],
  ])('«%s» begins with one: %s', (text, expected) => {
    expect(beginsWithSubject(text)).toBe(expected);
  });
});
