import type { DayPlan } from '../../model.ts';
import { day, lesson } from '../lessons.ts';
import type { TimetableEntry } from '../scenario.ts';
import { CALLS } from './links.ts';

const DISTANT = 'Дистанционный урок';

/** 8 Б: every place a link can stand in, and every way the diary writes a time. */
const eighth: Partial<Record<number, DayPlan>> = {
  1: day(
    lesson(1, 'Алгебра', {
      schedulelessontype: DISTANT,
      theme: 'Квадратные уравнения',
      homework: '<span>№ 231–235</span>',
      mark: '5',
      materials: [{ name: 'Урок в Сферуме', url: `https://sferum.ru/?call_link=${CALLS.algebra}` }],
    }),
    lesson(2, 'Русский язык', {
      theme: 'Обособленные определения',
      homework: `<span class="hw">Упр. 112.\u200B Подключаемся: https://vk.com/call/join/${CALLS.russian}</span>`,
    }),
    lesson(3, 'География', {
      schedulelessontype: DISTANT,
      homework: 'Не задано',
      attendance: 'Н',
      ind_homework_exists: true,
      individual: [
        {
          description: `Подключиться для пересдачи: https://m.vk.ru/call/join/${CALLS.individual}`,
          document: null,
          lesson_id: '55',
        },
      ],
    }),
    lesson(4, 'Физическая культура', { teacher: null, office: null }),
  ),
  2: day(
    lesson(1, 'История', {
      time_begin: '08:30:00',
      time_end: '09:10:00',
      comment: `Ссылка: max.ru/joincall/${CALLS.history}`,
    }),
    lesson(2, 'Иностранный язык (английский)', {
      time_begin: '09:20:00',
      time_end: '10:00:00',
      theme: null,
      homework: null,
      materials: null,
    }),
    lesson(3, 'География', { theme: '\u200BМатерики\u200B и океаны' }),
  ),
  3: day(
    lesson(1, 'Литература', {
      time_begin: '8:30',
      time_end: '9:10',
      remarks: 'Урок в Контуре: https://school4.ktalk.ru/8b-literature',
    }),
    lesson(2, 'Физика', {
      theme: 'Ссылка на урок: https://telemost.yandex.ru/j/12345678901234',
      homework: '<span style="color:red">§ 14</span>, <b>№ 3</b>',
    }),
    lesson(3, 'География', { schedulelessontype: DISTANT }),
    lesson(4, 'Информатика', { time_begin: null, time_end: null }),
  ),
  4: day(
    lesson(1, 'Биология', {
      materials: [
        { name: 'Не ссылка', url: null },
        { name: 'Похоже на Сферум', url: `https://sferum.ru.example.net/?call_link=${CALLS.algebra}` },
      ],
    }),
    lesson(2, 'Алгебра', { unknown_field: { nested: [1, 2, 3] }, lesson_uuid: 'a7c0', tasks_count: 0 }),
    lesson(3, 'География', { homework: '' }),
  ),
  5: day(
    lesson(1, 'Химия', { materials: [{ name: 'Схема', url: 'https://school.r-19.ru/media/scheme.pdf' }] }),
    lesson(2, 'Русский язык', { homework: 'Упр.\u200B\u200B 118 <span>&amp; выучить правило</span>' }),
    lesson(3, 'География', { schedulelessontype: DISTANT }),
    lesson(5, 'Классный час', { teacher: '' }),
  ),
  6: { lessons: [], vacation: true, weekend: true },
  7: { weekend: true },
};

/** 3 А: short days and lessons on a Saturday that is a weekend. */
const third: Partial<Record<number, DayPlan>> = {
  1: day(lesson(1, 'Математика'), lesson(2, 'Окружающий мир')),
  2: day(lesson(1, 'Математика'), lesson(2, 'Чтение')),
  3: day(lesson(1, 'Русский язык'), lesson(2, 'Технология')),
  4: day(lesson(1, 'Математика'), lesson(2, 'Музыка')),
  5: day(lesson(1, 'Чтение')),
  6: { weekend: true, lessons: [lesson(1, 'Шахматы', { schedulelessontype: DISTANT })] },
  7: { weekend: true, lessons: null },
};

/** A plain week for the classes about which nothing is special. */
const plain: Partial<Record<number, DayPlan>> = Object.fromEntries(
  [1, 2, 3, 4, 5].map((weekday) => [
    weekday,
    day(
      lesson(1, 'Математика', { teacher: 'Громов Сергей Юрьевич' }),
      lesson(2, 'Русский язык', { teacher: 'Громов Сергей Юрьевич' }),
      lesson(3, 'География', {
        teacher: 'Громов Сергей Юрьевич',
        schedulelessontype: DISTANT,
        materials: [{ name: 'Урок', url: `https://me.sferum.ru/?p=join_call_page&callId=${CALLS.algebra}` }],
      }),
    ),
  ]),
);

export const timetable: TimetableEntry[] = [
  { host: 'school.r-19.ru', classyear: '8 Б', weekly: eighth },
  { host: 'school.r-19.ru', classyear: '3 А', weekly: third },
  { host: 'school.r-19.ru', classyear: '6 А', weekly: plain },
  { host: 'school.r-19.ru', classyear: '5 В', weekly: plain },
  { host: 'xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai', classyear: '6 В', weekly: plain },
  { host: 'openschool.49gov.ru', classyear: '10 А', weekly: plain },
  { host: 'eschool.49gov.ru', classyear: '10 А', weekly: plain },
  { host: 'es.ciur.ru', classyear: '7 Г', weekly: plain },
  { host: 'school.karelia.ru', classyear: '8 А', weekly: plain },
  { host: 'diary.gorod-example.ru', classyear: '8 Б', weekly: eighth },
];
