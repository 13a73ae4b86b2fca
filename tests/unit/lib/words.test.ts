import { describe, expect, expectTypeOf, it } from 'vitest';
import { type MessageKey, words } from '@/lib/words';
import messages from '@/public/_locales/ru/messages.json';
import { russianTexts } from '@/tests/unit/components/russian';

describe('substitutions', () => {
  it('of another number than the message takes are no valid type', () => {
    // Never run: `npm run types` reads it.
    const wrong = () => {
      words('join');
      words('chatJoin', 12);
      words('callOpensOn', 'завтра', '07:50');
      // @ts-expect-error it takes none
      words('join', 'Алгебра');
      // @ts-expect-error it takes one
      words('chatJoin');
      // @ts-expect-error it takes one
      words('chatJoin', 12, 13);
      // @ts-expect-error it takes two
      words('callOpensOn', 'завтра');
      // @ts-expect-error one of them takes one
      words(Math.random() > 0.5 ? 'join' : 'chatJoin');
      // @ts-expect-error there is no such message
      words('nothing');
    };
    expect(wrong).toBeTypeOf('function');
    expectTypeOf<'chatJoin'>().toExtend<MessageKey<1>>();
  });

  it('are numbered from one without a gap', () => {
    const gaps = Object.entries(messages).filter(([, { message }]) => {
      const used = [...new Set([...message.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)))].toSorted();
      return used.some((number, index) => number !== index + 1) || used.length > 2;
    });
    expect(gaps).toEqual([]);
  });

  it('take their places', () => {
    expect(russianTexts.words('callOpensOn', 'завтра', '07:50')).toBe('Войти можно завтра с 07:50');
  });
});

describe('our own words', () => {
  it('have ё; the vendor’s button and dialog keep their е', () => {
    const vendors = ['unlink', 'unlinkQuestion'];
    const without = Object.entries(messages).filter(
      ([key, { message }]) => !vendors.includes(key) && /учетн|еще |ребенк|\bвойдете|\bсчет/i.test(message),
    );
    expect(without).toEqual([]);
  });

  it('are for mothers too', () => {
    const masculine = Object.entries(messages).filter(([, { message }]) => /«?Я (вошёл|вышел|создал)/.test(message));
    expect(masculine).toEqual([]);
  });
});

describe('what was said in other words before', () => {
  const all = Object.values(messages).map(({ message }) => message);

  it.each([
    'Номер родителя указан у ребёнка',
    'так и скажите',
    'должны быть одного человека',
    'Разрешение для расширения',
    'Уроки со ссылками',
    'На открывшейся странице',
    'не указано.',
    'Если не получается',
    'Если что-то не получается',
    'Начало в $1',
    'сброс',
  ])('«%s» is not said', (words) => {
    expect(all.filter((message) => message.includes(words))).toEqual([]);
  });

  it.each([
    'Что делать, если у ребёнка указан номер родителя',
    'Если оба дневника ваши, нажмите «Это тоже мой дневник».',
    'Проверьте, что дневник и учебный профиль принадлежат одному человеку.',
    'Доступ расширения к VK ID тоже закрыт.',
    'Нет, сменить профиль',
    'Онлайн-уроки',
    'Откроется страница настроек: включите',
    'Ученика приглашает классный руководитель, родителя — ребёнок: «Профиль» → «Пригласить родителя».',
    'Вместо СМС могут позвонить и сразу положить трубку. Не отвечайте: код — последние цифры номера.',
    'Вход выполнен',
    'Профиль создан',
    'Выход выполнен',
    'Присоединиться к звонку, участников: $1',
    'Урок уже идёт',
    'Онлайн, вход с $1',
    'Войти можно $1 с $2',
    'Всё равно подключиться',
    'Помощь',
  ])('«%s» is', (words) => {
    expect(all.some((message) => message.includes(words))).toBe(true);
  });

  it('the name is declined but where the vendor’s own label has it', () => {
    const ours = Object.entries(messages).filter(([key]) => key !== 'linkingBegin');
    expect(ours.filter(([, { message }]) => /(?<!\p{L})(?:к|от|из|о) Сферум(?!\p{L})/iu.test(message))).toEqual([]);
  });
});
