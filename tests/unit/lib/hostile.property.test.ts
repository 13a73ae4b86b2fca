import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { calendarFileName, calendarText } from '@/lib/calls/calendarFile/calendarText';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { namedClasses, namedGroups, readClass } from '@/lib/calls/names/classes';
import { beginsWithSubject, namedSubjects } from '@/lib/calls/names/namedSubjects';
import { isCalledByTeacher } from '@/lib/calls/names/teachers';
import { linkInField, linksInText } from '@/lib/calls/textLinks';
import { isParentInvitation } from '@/lib/conflict/invitation';
import { readPasted } from '@/lib/conflict/pasted';
import { readDiaryAddress } from '@/lib/diary/adding/address';
import { proofOf } from '@/lib/diary/answers/proof';
import { readDays, readPerson } from '@/lib/diary/answers/reading';
import { readMonths } from '@/lib/diary/page/calendarMonth';
import { readHead } from '@/lib/diary/page/dayHeads';
import { readTime } from '@/lib/diary/page/lessonTimes';
import { readCopy } from '@/lib/diary/page/shownElement';
import { readHtml } from '@/lib/html/readHtml';
import { comparableName, givenName } from '@/lib/linking/samePerson';
import { readSchool } from '@/lib/linking/schools';
import { readCurrentAnswer, readScheduledAnswer } from '@/lib/messenger/answers/calls';
import { readConversationsAnswer } from '@/lib/messenger/answers/conversations';
import { readProfileAnswer } from '@/lib/messenger/answers/profile';
import { readWebToken } from '@/lib/messenger/answers/webToken';
import { readSite } from '@/lib/pageLinks/site';
import { readRoles } from '@/lib/people/roleWords';
import { readRedirect } from '@/lib/vkid/authorization';
import { hostileJson, hostileText, longTexts } from './hostile.arbitraries';

/** More than 100,000 in the full run; enough to notice a slip in the everyday one. */
const full = Boolean(process.env.FULL);
const textRuns = full ? 60_000 : 1_500;
const jsonRuns = full ? 15_000 : 300;

const origin = 'https://school.r-19.ru';
const now = Date.parse('2026-11-26T05:00:00Z');
const own = 871000002;

/** Every reader of a text that somebody else wrote. */
const textReaders: Record<string, (text: string) => unknown> = {
  readHtml,
  linksInText,
  linkInField,
  recognizeJoinLink,
  namedClasses,
  namedGroups,
  readClass,
  namedSubjects,
  beginsWithSubject,
  isCalledByTeacher: (text) => isCalledByTeacher(text, 'Елена Белова') === isCalledByTeacher('Белова Е. А.', text),
  isParentInvitation,
  readPasted,
  readDiaryAddress,
  readMonths,
  readHead,
  readTime: (text) => readTime(text, false),
  readCopy,
  comparableName,
  givenName,
  readSchool,
  readSite,
  readRoles,
  readRedirect: (text) =>
    readRedirect(text, { redirectUri: 'https://abc.chromiumapp.org/', state: 'state-of-this-attempt' }),
  calendarFileName: (text) => calendarFileName({ name: text, start: now }, 'Asia/Krasnoyarsk'),
};

/** And who writes what came through one: names are short by then. */
const textWriters: Record<string, (text: string) => unknown> = {
  calendarText: (text) =>
    calendarText(
      {
        id: text,
        name: text,
        start: now,
        end: now + 1,
        address: 'https://vk.com/',
        details: text,
        recurrence: 'never',
        until: null,
      },
      now,
      'Asia/Krasnoyarsk',
    ),
};

const sent = (json: unknown) => ({
  status: 200,
  redirected: false,
  contentType: 'application/json',
  text: JSON.stringify(json),
});

/** Every reader of an answer, with the keys that it knows. */
const answerReaders: Record<string, { keys: string[]; read: (json: unknown) => unknown }> = {
  'the diary’s person and days': {
    keys: [
      ...['auth_user_profile_id', 'user_desc', 'user_fullname', 'children_persons', 'person_id', 'selected_pupil_id'],
      ...['date', 'index', 'discipline', 'time_begin', 'time_end', 'theme', 'homework', 'comment', 'url', 'name'],
      ...['days', 'weeks', 'lessons', 'homeworks', 'materials', 'individualHomeworks', 'document', 'description'],
    ],
    read: (json) => {
      const days = readDays({ schedule: sent(json), diary: sent(json), homework: sent(json) });
      return [readPerson(sent(json), origin), days, days.ok && days.value.days.map((day) => day.lessons.map(proofOf))];
    },
  },
  web_token: {
    keys: ['error', 'access_token', 'expires', 'user_id', 'profile_type', 'data'],
    read: (json) => readWebToken(json, now),
  },
  conversations: {
    keys: [
      ...[
        'items',
        'count',
        'profiles',
        'groups',
        'conversation',
        'last_message',
        'peer',
        'id',
        'type',
        'chat_settings',
      ],
      ...[
        'title',
        'photo',
        'unread_count',
        'sort_id',
        'major_id',
        'minor_id',
        'can_write',
        'allowed',
        'call_in_progress',
      ],
      ...['join_link', 'participants', 'text', 'attachments', 'from_id', 'date', 'first_name', 'last_name', 'action'],
    ],
    read: (json) => [readConversationsAnswer(json, own)],
  },
  calls: {
    keys: [
      ...['items', 'count', 'call', 'call_id', 'name', 'schedule', 'join_link', 'vk_join_link', 'time', 'duration'],
      ...['recurrence_rule', 'recurrence_until_time', 'chat', 'participants', 'count', 'list', 'profiles', 'groups'],
    ],
    read: (json) => [readScheduledAnswer(json), readCurrentAnswer(json)],
  },
  profile: {
    keys: ['id', 'first_name', 'last_name', 'photo_100', 'main_roles', 'edu_roles', 'organizations', 'deactivated'],
    read: (json) => readProfileAnswer(json, own),
  },
};

let tried = 0;
const clean = Object.getOwnPropertyNames(Object.prototype).length;
afterEach(() => expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(clean));
afterAll(() => {
  process.stdout.write(`hostile input: ${tried} texts and answers\n`);
});

describe('hostile texts', () => {
  it('never make a reader or writer throw', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        tried++;
        for (const take of Object.values({ ...textReaders, ...textWriters })) take(text);
      }),
      { numRuns: textRuns },
    );
  });

  // A reader that takes the square of the length would need minutes for one of them.
  it.each(Object.entries(textReaders))(
    'of 100,000 signs are read by %s within its time',
    { timeout: 20_000 },
    (_, read) => {
      for (const text of longTexts(100_000)) {
        tried++;
        read(text);
      }
    },
  );
});

describe('hostile answers', () => {
  it.each(Object.entries(answerReaders))('%s: never thrown at', { timeout: 300_000 }, (_, { keys, read }) => {
    fc.assert(
      fc.property(hostileJson(keys), (json) => {
        tried++;
        read(json);
      }),
      { numRuns: jsonRuns },
    );
  });
});
