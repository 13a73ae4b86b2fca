import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { family } from '@/tests/stand/scenarios/family.ts';
import { rightNow } from '@/tests/stand/scenarios/right-now.ts';
import { diarySession } from '@/tests/stand/shortcuts.ts';
import { type Stand, startStand } from '@/tests/stand/stand.ts';
import { Client } from './client.ts';

const HOST = 'school.r-19.ru';
const ORIGIN = `https://${HOST}`;

interface Week {
  days: { date: string; is_weekend: boolean; lessons?: Record<string, unknown>[] | null }[];
}

let stand: Stand;
let client: Client;

beforeAll(async () => {
  // Monday, 10:00 in Абакан.
  stand = await startStand({ now: '2026-11-23T03:00:00Z' });
});
beforeEach(() => {
  stand.clock.set('2026-11-23T03:00:00Z');
  stand.reset(family);
  client = new Client(stand);
});
afterAll(() => stand.close());

function enter(account: number, host = HOST): void {
  client.setCookie(host, 'sessionid', diarySession(stand.world, host, account));
}

describe('sign-in', () => {
  it('gives a session for the right login and password, and ends it', async () => {
    const form = { login_login: 'maria', login_password: 'diary-maria' };
    const answer = await client.send(`${ORIGIN}/auth/login`, { form });
    expect(answer.json()).toEqual({ success: true, redirect: '/' });
    expect((await client.send(`${ORIGIN}/personal-area/`)).status).toBe(200);
    await client.send(`${ORIGIN}/auth/force-logout`);
    expect((await client.send(`${ORIGIN}/personal-area/`)).headers.location).toBe('/auth/login-page');
  });

  it('refuses a wrong password', async () => {
    const form = { login_login: 'maria', login_password: 'guess' };
    expect((await client.send(`${ORIGIN}/auth/login`, { form })).json()).toMatchObject({ success: false });
  });

  it('keeps the session of one diary out of another', async () => {
    enter(700101);
    client.setCookie('es.ciur.ru', 'sessionid', client.cookie(HOST, 'sessionid') ?? '');
    expect((await client.send('https://es.ciur.ru/api/ProfileService/GetPersonData')).status).toBe(403);
  });
});

describe('without a session', () => {
  it.each([
    ['forbidden', 403, 'Forbidden'],
    ['fault', 200, '"Server.UserNotAuthenticated"'],
    ['fault-error', 200, '"Server.UserNotAuthenticatedError"'],
    ['html', 200, 'login_login'],
    ['redirect', 302, ''],
  ] as const)('the API answers: %s', async (way, status, words) => {
    stand.world.diaryApi.signedOut = way;
    const answer = await client.send(`${ORIGIN}/api/ProfileService/GetPersonData`);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
  });
});

describe('GetPersonData', () => {
  it('tells a parent, the children and the chosen pupil', async () => {
    enter(700101);
    const person = (await client.send(`${ORIGIN}/api/ProfileService/GetPersonData`, { method: 'POST' })).json();
    expect(person).toMatchObject({ auth_user_profile_id: 700101, user_desc: 'Родитель', selected_pupil_id: 810233 });
    expect(person.children_persons).toHaveLength(2);
  });

  it('follows SetChild, for this parent’s own children', async () => {
    enter(700101);
    const set = (selected: string) => client.send(`${ORIGIN}/api/ProfileService/SetChild`, { form: { selected } });
    expect((await set('810240')).json()).toMatchObject({ faultcode: 'Client.ValidationError' });
    await set('810234');
    const person = (await client.send(`${ORIGIN}/api/ProfileService/GetPersonData`)).json();
    expect(person).toMatchObject({ selected_pupil_id: 810234, selected_pupil_name: 'Соколова Анна' });
  });

  it('rotates the session when told to; the old name stays good', async () => {
    stand.world.diaryApi.rotateSessionEvery = 1;
    enter(700101);
    const before = client.cookie(HOST, 'sessionid') ?? '';
    await client.send(`${ORIGIN}/api/ProfileService/GetPersonData`);
    expect(client.cookie(HOST, 'sessionid')).not.toBe(before);
    client.setCookie(HOST, 'sessionid', before);
    expect((await client.send(`${ORIGIN}/api/ProfileService/GetPersonData`)).status).toBe(200);
  });
});

describe('schedule', () => {
  const week = async (path = 'GetDiary', date = '2026-11-25'): Promise<Week> =>
    (await client.send(`${ORIGIN}/api/ScheduleService/${path}?date=${date}&is_diary=true`)).json<Week>();

  it('serves the week that holds the date, with every way to have no lessons', async () => {
    enter(700102);
    const { days } = await week();
    expect(days.map((day) => day.date)).toContain('2026-11-23');
    expect(days).toHaveLength(7);
    expect(days[0]?.lessons?.[0]).toMatchObject({ discipline: 'Алгебра', time_begin: '08:30', date: '2026-11-23' });
    expect(days[5]?.lessons).toEqual([]);
    expect(days[6]).not.toHaveProperty('lessons');
    expect((await week('GetMonthSchedule')).days).toHaveLength(30);
  });

  it.each(['', '2026-02-30', 'tomorrow'])('refuses the date %j', async (date) => {
    enter(700102);
    expect(await week('GetDiary', date)).toMatchObject({ faultcode: 'Client.ValidationError' });
  });

  it('keeps individual homework to the homework service', async () => {
    enter(700102);
    expect(JSON.stringify(await week())).not.toContain('пересдачи');
    const address = `${ORIGIN}/api/HomeworkService/GetHomeworkFromRange?date=2026-11-23`;
    expect((await client.send(address)).body).toContain('Подключиться для пересдачи: https://m.vk.ru/call/join/');
  });

  it('lays lessons around this minute in the other scenario', async () => {
    stand.reset(rightNow);
    enter(700101);
    const today = (await week()).days[0]?.lessons;
    expect(today?.map((lesson) => lesson.time_begin)).toEqual(['08:50', '09:40', '10:25', '11:20']);
  });
});

describe('the stand', () => {
  it('moves the Date header and the scenario with its clock', async () => {
    stand.clock.set('2027-03-08T00:30:00Z');
    expect(new Date(String((await client.send(ORIGIN)).headers.date)).getTime()).toBeCloseTo(stand.clock.now(), -4);
    stand.reset();
    const geography = stand.world.calls.scheduled.find((call) => call.name === 'География 8 Б');
    expect(new Date(geography?.start ?? 0).toISOString()).toBe('2027-03-08T03:20:00.000Z');
  });

  it('breaks as it is told, so many times', async () => {
    enter(700101);
    const ask = () => client.send(`${ORIGIN}/api/ProfileService/GetPersonData`);
    stand.faults.set('diary.GetPersonData', { kind: 'reset', times: 1 });
    await expect(ask()).rejects.toThrow();
    stand.faults.set('diary.GetPersonData', { kind: 'body', body: '{"auth_user', times: 1 });
    expect((await ask()).body).toBe('{"auth_user');
    stand.faults.set('diary.GetPersonData', { kind: 'slow', ms: 50, times: 1 });
    expect((await ask()).json()).toHaveProperty('auth_user_profile_id');
    expect((await ask()).status).toBe(200);
  });

  it('keeps a record of every request', async () => {
    enter(700101);
    await client.send(`${ORIGIN}/api/ScheduleService/GetDiary?date=2026-11-23`, { headers: { origin: ORIGIN } });
    expect(stand.requests.at(-1)).toMatchObject({
      host: HOST,
      method: 'GET',
      path: '/api/ScheduleService/GetDiary',
      query: { date: '2026-11-23' },
      endpoint: 'diary.GetDiary',
      headers: { origin: ORIGIN },
      status: 200,
    });
    stand.reset();
    expect(stand.requests).toHaveLength(0);
    expect((await client.send(`${ORIGIN}/api/ProfileService/GetPersonData`)).status).toBe(403);
  });

  it('tells what was opened elsewhere, and nothing for a stranger', async () => {
    const opened = await client.send('https://vk.com/call/join/Zm9yLXRlc3RzLW9ubHktbGl2ZS0wMDAx');
    expect(opened.body).toContain(
      '<h1>Звонок открыт (vk.com)</h1><p class="address">https://vk.com/call/join/Zm9yLXRlc3RzLW9ubHktbGl2ZS0wMDAx</p>',
    );
    const chat = await client.send('https://me.sferum.ru/?p=messages&peerId=2000000003');
    expect(chat.body).toContain('Чат: 8 Б — родители');
    expect((await client.send('https://telemetry.example/')).status).toBe(404);
  });
});
