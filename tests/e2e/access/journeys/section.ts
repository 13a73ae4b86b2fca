import { chat } from '../../../stand/scenarios/conversations.ts';
import { family } from '../../../stand/scenarios/family.ts';
import { lesson } from '../../../stand/scenarios/lessons.ts';
import type { Stand } from '../../../stand/stand.ts';
import { letMariaIn } from '../../faults/scenes/common.ts';
import { linkMaria, openDiary, setTime, sferumLink } from '../../lessons.ts';
import { openSection } from '../../people.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

const mariaId = 871000002;

const longTitle =
  'Очень длинное название чата о поездке двух параллелей в сельскохозяйственный музей в последнюю субботу';

const longNames = {
  ...family,
  chats: [
    ...family.chats,
    chat(43, longTitle, [mariaId], {
      unread: { [mariaId]: 1200 },
      lastMessage: { from: 871000010, minutesAgo: 60 * 30, text: 'Сбор в 8:45 у входа. '.repeat(12), attachments: [] },
    }),
  ],
};

/** So many online lessons that they can be searched, of this day's earlier ones too. */
function planWeek(stand: Stand): void {
  const [timetable] = stand.world.timetable.filter(
    ({ host, classyear }) => host.includes('r-19') && classyear === '8 Б',
  );
  for (const weekday of [1, 2, 3, 4, 5]) {
    const lessons = ['08:30-09:10', '09:20-10:00', '10:20-11:00', '13:20-14:00'].map((time, at) => {
      const [time_begin = '', time_end = ''] = time.split('-');
      const name = at === 3 ? 'Основы духовно-нравственной культуры народов России' : `Предмет ${weekday}-${at + 1}`;
      const materials = [{ name: '', url: sferumLink(`${weekday}-${at}`) }];
      return lesson(at + 1, name, { time_begin, time_end, materials });
    });
    if (timetable) timetable.weekly[weekday] = { lessons };
  }
}

/** Chats and videoconferences of a linked parent. */
async function* lists({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '10:25', 3);
  planWeek(stand);
  await linkMaria(browser);
  await letMariaIn(browser, stand);
  const page = await openDiary(browser, stand);
  const section = await openSection(page, 'Сферум');
  const see = (name: string, more: Partial<Seen> = {}): Seen => ({
    name,
    place: 'section',
    page,
    surface: section,
    ...more,
  });
  await section.text('Алгебра 8 Б').waitFor();
  yield see('chats');

  await section.role('button', 'Только непрочитанные').click();
  yield see('chats-unread', { isActed: true });
  await section.role('button', 'Только непрочитанные').click();

  await section.role('searchbox').fill('нет такого');
  await section.text('Ничего не нашлось').waitFor();
  yield see('chats-nothing', { isActed: true });
  await section.role('button', 'Очистить поиск').click();
  await section.text('Алгебра 8 Б').waitFor();
  yield see('chats-again', { isActed: true, isBrief: true });

  await section.role('tab', 'Видеоконференции').click();
  const past = section.text(/^Прошли: \d+$/);
  await past.waitFor();
  yield see('calls', { isActed: true });

  await past.click();
  await section.text('Предмет 1-1').waitFor();
  yield see('calls-past', { isActed: true });

  await section.role('searchbox', 'Поиск по звонкам').fill('нет такого');
  await section.text('Ничего не нашлось').waitFor();
  yield see('calls-nothing', { isActed: true });
  await section.role('button', 'Очистить поиск').click();
  yield see('calls-again', { isActed: true, isBrief: true });

  const row = section.role('row').having('Предмет 3-3').first();
  await row.role('button', 'Ещё действия').click();
  yield see('calls-more', { isActed: true, isOver: true });
  const more = row.role('button', 'Ещё действия');
  if ((await more.attribute('aria-expanded')) !== 'true') await more.click();
  await row.role('button', 'QR-код').click();
  await row.role('img', 'QR-код ссылки для телефона или планшета').waitFor();
  yield see('calls-code', { isActed: true, isOver: true });
  await section.press('Escape');

  await section.role('button', 'Отвязать учетную запись').click();
  await section.role('dialog').waitFor();
  yield see('unlink-dialog', { isActed: true });
  await section.press('Escape');
  await section.role('dialog').waitFor('hidden');
  yield see('unlink-refused', { isActed: true, isBrief: true });

  await section.role('button', 'Отвязать учетную запись').click();
  await section.role('dialog').role('button', 'Да').click();
  await section.text('Учётная запись отвязана.').waitFor();
  yield see('unlinked-notice', { isActed: true });
}

export const sectionJourneys: readonly Journey[] = [
  { name: 'chats and calls', isBoth: true, options: { scenario: longNames }, play: lists },
];
