import { describe, expect, it } from 'vitest';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import { growthOf, steepest } from '@/tests/unit/lib/growth';
import { callId, lesson } from './samples';

const join = `https://vk.com/call/join/${callId}`;
const opened = `https://web.vk.me/call/join/${callId}`;

describe('links of a lesson', () => {
  const max = `https://max.ru/joincall/${callId}`;
  it.each([
    ['materials', { materials: [{ name: 'Урок в Сферуме', address: join }] }, 'Урок в Сферуме'],
    ['materials, without a scheme', { materials: [{ name: 'Урок', address: ` vk.com/call/join/${callId} ` }] }, 'Урок'],
    ['materials, behind a label', { materials: [{ name: 'Урок', address: `Ссылка: ${join}` }] }, 'Урок'],
    ['a material’s name', { materials: [{ name: `Урок ${join}`, address: 'https://example.com/' }] }, ''],
    ['homework', { homework: `<span>Подключаемся: ${join}</span>` }, ''],
    ['individual homework, its text', { individualHomework: [{ text: join, name: '', address: '' }] }, ''],
    [
      'individual homework, its document',
      { individualHomework: [{ text: '', name: 'Пересдача', address: join }] },
      'Пересдача',
    ],
    ['theme', { theme: join }, ''],
    ['comment', { comment: `Ссылка: vk.com/call/join/${callId}` }, ''],
    ['remarks', { remarks: join }, ''],
  ])('in %s', (_, fields, name) => {
    const place = Object.keys(fields)[0];
    expect(lessonLinks(lesson('Алгебра', undefined, fields))).toEqual([
      { service: 'vk', address: opened, callKey: `vk:${callId}`, hostSession: 'checked', name, place },
    ]);
  });

  it('are each call once, materials first, with the name of the material', () => {
    const links = lessonLinks(
      lesson('Алгебра', undefined, {
        homework: `${max} ${join}`,
        comment: max,
        materials: [
          { name: '', address: `https://m.vk.ru/call/join/${callId}` },
          { name: '<b>Сферум</b>', address: join },
        ],
      }),
    );
    expect(links.map(({ callKey, name, place }) => [callKey, name, place])).toEqual([
      [`vk:${callId}`, 'Сферум', 'materials'],
      [`max:${callId}`, '', 'homework'],
    ]);
  });

  it('are none where there is none', () => {
    expect(lessonLinks(lesson('Алгебра', undefined, { homework: '№ 231–235, учебник стр. 12' }))).toEqual([]);
  });

  it.each([
    ['links', `<a href="${join}">x</a>`],
    ['tags that never end', '<a'],
    ['tags in angle quotes', '<a‹'],
    ['quotes that never end', '<a href="'],
    ['comments that never end', '<!--'],
  ])('are read from 80,000 characters of %s in four times as long as from 20,000', (_, part) => {
    const read = (times: number) => {
      const homework = part.repeat(Math.ceil((20_000 * times) / part.length));
      const given = lesson('Алгебра', undefined, { homework, comment: homework });
      expect(lessonLinks(given).length).toBeLessThan(2);
    };
    expect(growthOf(read)).toBeLessThan(steepest);
  });
});
