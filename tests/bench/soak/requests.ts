import type { Stand } from '../../stand/stand.ts';

/** What the day held that requests are allowed for. */
export interface Day {
  minutes: number;
  /** Sessions that ended. */
  renewals: number;
  /** Times that «Сферум» was opened, and minutes that it stood open. */
  openings: number;
  openMinutes: number;
}

interface Counted {
  name: string;
  count: number;
  most: number;
}

/** Each kind of request with the most that `Who asks what, when` allows for such a day; the page's own two are counted in. */
export function countRequests(stand: Stand, { minutes, renewals, openings, openMinutes }: Day): Counted[] {
  const of = (...names: string[]) => stand.requests.filter(({ endpoint }) => names.includes(endpoint ?? '')).length;
  // A session that changes is looked into three times at most; whoever looks at the section sees an answer of the last minute.
  const looks = renewals * 3 + openings + openMinutes;
  return [
    { name: 'who is signed in to VK', count: of('messenger.webToken'), most: Math.ceil(looks + openMinutes) },
    // One light request each 30 seconds, and the lists where somebody looks for the first time or another session began.
    {
      name: 'chats and calls',
      count: of(
        'api.execute',
        'api.messages.getConversations',
        'api.messages.getScheduledCalls',
        'api.messages.getCurrentCalls',
      ),
      most: Math.ceil(2 * openMinutes + 3 * (openings + renewals)),
    },
    { name: 'profile', count: of('api.users.get'), most: 1 + renewals },
    // Once a minute at most where it is looked at, and at each opening.
    {
      name: 'who is at the diary',
      count: of('diary.GetPersonData'),
      most: Math.ceil(minutes + openings + renewals + 2),
    },
    // Again after ten minutes, the week and its homework.
    {
      name: 'lessons',
      count: of('diary.GetDiary', 'diary.GetHomeworkFromRange', 'diary.GetWeekSchedule'),
      most: Math.ceil(4 * (minutes / 10 + renewals + 2)),
    },
  ];
}
