import { live, scheduled } from './family/calls.ts';
import { chats } from './family/chats.ts';
import { diaries } from './family/diaries.ts';
import { families, people } from './family/people.ts';
import { timetable } from './family/timetable.ts';
import type { Scenario } from './scenario.ts';

/** The default: the Соколовы, the Беловы and the people of every other way to link a diary. */
export const family: Scenario = {
  title: 'Обычная неделя',
  zone: 'Asia/Krasnoyarsk',
  families,
  people,
  diaries,
  timetable,
  chats,
  calls: { scheduled, live },
  invitations: [
    { code: 'petr-8b-4f2a', pupil: 'petr', parents: [] },
    { code: 'anna-3a-91cd', pupil: 'anna', parents: [] },
    { code: 'kirill-6a-77e0', pupil: 'kirill', parents: ['elena', 'another-parent'] },
  ],
};
