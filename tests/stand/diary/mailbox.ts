import { json, type Reply } from '../http/reply.ts';
import { wallTime } from '../time/zone.ts';
import type { ApiCall } from './session.ts';

const DAY = 86_400_000;

/** `getInBoxMessages`: the same few letters for everyone, the last of them new. */
export function inBoxMessages({ context, diary, exchange }: ApiCall): Reply {
  const letters = [
    { subject: 'Родительское собрание', text: 'Собрание пройдёт в Сферуме.<br>Ссылку пришлёт учитель.', days: 0 },
    { subject: 'Питание', text: 'Меню на неделю', days: 3 },
  ];
  const items = letters.map(({ subject, text, days }, index) => ({
    id: 5000 - index,
    date: letterDate(diary.zone, context.clock.now() - days * DAY),
    subject,
    text,
    sender_fullname: 'Белова Елена Александровна',
    is_new: index === 0,
    attachments: [],
  }));
  const isFirst = (exchange.query.get('page') ?? '1') === '1';
  return json({ count: items.length, new_count: 1, items: isFirst ? items : [] });
}

/** `getInBoxCount`: a bare number. */
export function inBoxCount(_call: ApiCall): Reply {
  return json(1);
}

/** "dd.mm.yyyy hh:mm" */
function letterDate(zone: string, moment: number): string {
  const { date, time } = wallTime(zone, moment);
  return `${date.split('-').reverse().join('.')} ${time}`;
}
