import type { Context } from '../context.ts';
import type { DiaryEndpoint } from '../faults.ts';
import { guarded } from '../guard.ts';
import type { Exchange } from '../http/exchange.ts';
import { html, json, type Reply, redirect, text, withHeader } from '../http/reply.ts';
import type { Diary } from '../model.ts';
import { wallTime } from '../time/zone.ts';
import { diaryFault } from './fault.ts';
import { homeworkFromRange } from './homework.ts';
import { inBoxCount, inBoxMessages } from './mailbox.ts';
import { personData, setChild } from './profile.ts';
import { diaryWeek, month, week } from './schedule.ts';
import { type ApiCall, rotated, signedIn } from './session.ts';
import { loginPage } from './sign-in.ts';

type Method = (call: ApiCall) => Reply;

const METHODS: Readonly<Record<string, readonly [DiaryEndpoint, Method]>> = {
  '/api/ProfileService/GetPersonData': ['GetPersonData', personData],
  '/api/ProfileService/SetChild': ['SetChild', setChild],
  '/api/ScheduleService/GetDiary': ['GetDiary', diaryWeek],
  '/api/ScheduleService/GetWeekSchedule': ['GetWeekSchedule', week],
  '/api/ScheduleService/GetMonthSchedule': ['GetMonthSchedule', month],
  '/api/HomeworkService/GetHomeworkFromRange': ['GetHomeworkFromRange', homeworkFromRange],
  '/api/MailBoxService/getInBoxMessages': ['getInBoxMessages', inBoxMessages],
  '/api/MailBoxService/getInBoxCount': ['getInBoxCount', inBoxCount],
};

/** Everything under `/api/`: GET and POST alike, parameters in the query. */
export function serveDiaryApi(context: Context, diary: Diary, exchange: Exchange): Reply | Promise<Reply> {
  const entry = METHODS[exchange.path];
  if (!entry) return text('Not Found', 404);
  const [name, method] = entry;
  return guarded(context, exchange, `diary.${name}`, () => {
    const person = signedIn(context, diary, exchange);
    if (!person) return signedOut(context, diary);
    const answer = method({ context, diary, exchange, ...person });
    return rotated(context.world, person.session, withClock(context, diary, answer));
  });
}

/** The answer with the `Date` that this diary's server is given to. */
function withClock({ world, clock }: Context, { zone }: Diary, answer: Reply): Reply {
  if (world.diaryApi.clock === 'right') return answer;
  const { date, time } = wallTime(zone, clock.now());
  const moment = world.diaryApi.clock === 'local' ? Date.parse(`${date}T${time}:00Z`) : 0;
  return withHeader(answer, 'date', new Date(moment).toUTCString());
}

function signedOut(context: Context, diary: Diary): Reply {
  switch (context.world.diaryApi.signedOut) {
    case 'forbidden':
      return json({ detail: 'Forbidden' }, 403);
    case 'fault':
      return diaryFault('Server.UserNotAuthenticated', 'Пользователь не авторизован');
    case 'fault-error':
      return diaryFault('Server.UserNotAuthenticatedError', 'Пользователь не авторизован');
    case 'html':
      return html(loginPage(diary));
    case 'redirect':
      return redirect('/auth/login-page');
  }
}
