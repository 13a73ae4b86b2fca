import type { EndpointName } from '../../stand/faults.ts';
import type { FaultName } from './faults.ts';
import {
  diaryAndWho,
  lessonsInCalls,
  lessonsOfDiary,
  lessonsOfMonth,
  lessonsOfSchedule,
  whoseDiary,
} from './scenes/diary.ts';
import { invitation } from './scenes/invitation.ts';
import { linking, throughVkid, unlinking } from './scenes/linking.ts';
import { nextPage, search } from './scenes/manyChats.ts';
import { joining, openingChat } from './scenes/opening.ts';
import { today } from './scenes/popup.ts';
import type { Scene } from './scenes/scene.ts';
import { callsOneByOne, firstLists, listsAgain, listsOneByOne, whatIsOn, whoIsHere } from './scenes/section.ts';
import { adding } from './scenes/welcome.ts';

/** One request of the extension, where a person meets it, and in which state it ends with each fault. */
export interface Row<Name extends string = string> {
  name: string;
  endpoint: EndpointName;
  scene: Scene<Name>;
  expected: Record<FaultName, Name | 'well'>;
  /** So often at most it is asked until the state is there. Browsers themselves ask once more where a connection breaks. */
  most: number;
  /** Another service, which answers late at the same time: what the person does asks both, one after the other. */
  beside?: EndpointName;
}

/** A moment that is told wrongly and cookies that come along are no trouble for anybody. */
const harmless = {
  'date ahead': 'well',
  'date behind': 'well',
  'date of 1970': 'well',
  cookies: 'well',
} as const;

/** Whatever else happens ends alike. */
function always<Name extends string>(state: Name) {
  return {
    refused: state,
    slow: state,
    dropped: state,
    forbidden: state,
    'too many': state,
    'server error': state,
    page: state,
    truncated: state,
    'other types': state,
    'other shapes': state,
    large: state,
    redirect: state,
    ...harmless,
  } as const;
}

/** What an answer of VK's API is when it fails so. */
const ofApi = {
  ...always('unreadable'),
  refused: 'offline',
  slow: 'slow',
  dropped: 'offline',
  forbidden: 'noAccess',
  'too many': 'pause',
  'server error': 'serverError',
  large: 'tooLarge',
  // A host that leads elsewhere is the API no more.
  redirect: 'offline',
} as const;

/** Of a page, a redirect or a refusal in its place nobody can say what it means: a school's filter answers so, too. */
const ofWebToken = { ...ofApi, forbidden: 'unreadable', 'too many': 'rateLimited', redirect: 'unreadable' } as const;

/** What an answer of the diary is: whoever is not signed in meets a refusal, a page or a redirect. */
const ofDiary = {
  ...ofApi,
  forbidden: 'signedOut',
  'too many': 'rateLimited',
  page: 'signedOut',
  redirect: 'signedOut',
} as const;

function row<Name extends string>(one: Row<Name>): Row {
  return one as unknown as Row;
}

/** The diary is asked by its page. */
const askedByPage: readonly Row[] = [
  row({
    name: 'whose diary it is',
    endpoint: 'diary.GetPersonData',
    scene: whoseDiary,
    expected: ofDiary,
    most: 6,
  }),
  row({
    name: 'the week of «Дневник», at its lessons',
    endpoint: 'diary.GetDiary',
    scene: lessonsOfDiary('diary.GetDiary'),
    expected: always('plain'),
    most: 4,
  }),
  row({
    name: 'the week, among the videoconferences',
    endpoint: 'diary.GetDiary',
    scene: lessonsInCalls,
    expected: ofDiary,
    most: 8,
  }),
  row({
    name: 'homework',
    endpoint: 'diary.GetHomeworkFromRange',
    scene: lessonsOfDiary('diary.GetHomeworkFromRange'),
    // The lesson's own link stands in its materials.
    expected: always('well'),
    most: 4,
  }),
  row({
    name: 'the week of «Расписание»',
    endpoint: 'diary.GetWeekSchedule',
    scene: lessonsOfSchedule('diary.GetWeekSchedule'),
    // What teachers write comes from the diary's own answer, and its lessons are the same.
    expected: always('well'),
    most: 4,
  }),
  row({
    name: 'the month of «Расписание»',
    endpoint: 'diary.GetMonthSchedule',
    scene: lessonsOfMonth('diary.GetMonthSchedule'),
    // Days that no answer tells of prove nothing.
    expected: always('plain'),
    most: 4,
  }),
];

/** The diary is asked by the background. */
const askedWithoutPage: readonly Row[] = [
  row({ name: '«Сегодня»: who', endpoint: 'diary.GetPersonData', scene: today, expected: ofDiary, most: 4 }),
  row({ name: '«Сегодня»: the week', endpoint: 'diary.GetDiary', scene: today, expected: ofDiary, most: 4 }),
  row({
    name: '«Сегодня»: homework',
    endpoint: 'diary.GetHomeworkFromRange',
    scene: today,
    expected: always('well'),
    most: 4,
  }),
  row({
    name: 'a diary at another address',
    endpoint: 'diary.GetPersonData',
    scene: adding,
    expected: {
      ...always('no answer'),
      forbidden: 'signedOut',
      redirect: 'signedOut',
      page: 'no diary',
      truncated: 'no diary',
      'other types': 'no diary',
      'other shapes': 'no diary',
      large: 'well',
    },
    most: 4,
  }),
];

const askedOfMessenger: readonly Row[] = [
  row({
    name: 'who is signed in, when the section opens',
    endpoint: 'messenger.webToken',
    scene: whoIsHere,
    expected: ofWebToken,
    most: 3,
  }),
  row({
    name: 'who is signed in, before a chat opens',
    endpoint: 'messenger.webToken',
    scene: openingChat,
    expected: ofWebToken,
    most: 4,
  }),
  row({
    name: 'who is signed in, before a call opens',
    endpoint: 'messenger.webToken',
    scene: joining,
    // A lesson is not missed because nobody says who is here.
    expected: always('well'),
    most: 4,
  }),
  row({
    name: 'who is signed in, before an invitation opens',
    endpoint: 'messenger.webToken',
    scene: invitation,
    expected: always('not known'),
    most: 4,
  }),
  row({
    name: 'who is signed in, in linking',
    endpoint: 'messenger.webToken',
    scene: linking,
    expected: ofWebToken,
    most: 6,
  }),
  row({
    name: 'the profile, in the section',
    endpoint: 'api.users.get',
    scene: firstLists,
    // The link remembers its name.
    expected: always('well'),
    most: 6,
  }),
  row({
    name: 'the profile, in linking',
    endpoint: 'api.users.get',
    scene: linking,
    expected: { ...ofApi, forbidden: 'refused', 'too many': 'rateLimited' },
    most: 12,
  }),
  row({
    name: 'the first lists',
    endpoint: 'api.execute',
    scene: firstLists,
    // What refuses `execute` is asked for each list alone.
    expected: { ...ofApi, forbidden: 'well' },
    most: 8,
  }),
  row({
    name: 'the lists, read again',
    endpoint: 'api.execute',
    scene: listsAgain,
    expected: { ...ofApi, forbidden: 'well' },
    most: 8,
  }),
  row({
    name: 'what is on now',
    endpoint: 'api.execute',
    scene: whatIsOn,
    expected: { ...ofApi, forbidden: 'well' },
    most: 8,
  }),
  row({
    name: 'chats alone',
    endpoint: 'api.messages.getConversations',
    scene: listsOneByOne,
    expected: ofApi,
    most: 8,
  }),
  row({
    name: 'scheduled calls alone',
    endpoint: 'api.messages.getScheduledCalls',
    scene: callsOneByOne,
    // Chats answered the same profile: it is the method that is not done here.
    expected: { ...ofApi, forbidden: 'lessons alone', 'other types': 'partly' },
    most: 8,
  }),
  row({
    name: 'live calls alone',
    endpoint: 'api.messages.getCurrentCalls',
    scene: callsOneByOne,
    // Chats know of their own calls, and those that are planned are there.
    expected: { ...always('well'), 'other types': 'partly' },
    most: 8,
  }),
  row({
    name: 'the next page of chats',
    endpoint: 'api.messages.getConversations',
    scene: nextPage,
    expected: ofApi,
    most: 8,
  }),
  row({
    name: 'chats that are looked for',
    endpoint: 'api.messages.searchConversations',
    scene: search,
    expected: always('not found'),
    most: 8,
  }),
  row({ name: 'pictures', endpoint: 'photos', scene: firstLists, expected: always('well'), most: 60 }),
];

const askedOfVkid: readonly Row[] = [
  row({
    name: 'the code for tokens',
    endpoint: 'vkid.token',
    scene: throughVkid,
    // Nothing of VK ID's is needed for the link. By a clock that was seven hours behind its token is dead already.
    expected: { ...always('without VK ID'), 'date behind': 'without VK ID' },
    most: 2,
  }),
  row({
    name: 'who signed in to VK ID',
    endpoint: 'vkid.userInfo',
    scene: throughVkid,
    // By a clock that is seven hours ahead the token is dead.
    expected: { ...always('without VK ID'), 'date ahead': 'without VK ID' },
    most: 2,
  }),
  row({
    name: 'withdrawing the consent',
    endpoint: 'vkid.revoke',
    scene: unlinking,
    expected: always('by hand'),
    most: 2,
  }),
];

/** Two services that are slow at once: one answers late, the other not at all. */
export const slowTogether: readonly Row[] = [
  row({
    name: 'linking: a slow diary, then who is signed in',
    endpoint: 'messenger.webToken',
    beside: 'diary.GetPersonData',
    scene: linking,
    expected: ofWebToken,
    most: 6,
  }),
  row({
    name: 'linking: slow tokens of VK ID, then who is signed in',
    endpoint: 'messenger.webToken',
    beside: 'vkid.token',
    scene: throughVkid,
    expected: always('no answer'),
    most: 6,
  }),
  row({
    name: 'unlinking: a slow diary, then the consent',
    endpoint: 'vkid.revoke',
    beside: 'diary.GetPersonData',
    scene: unlinking,
    expected: always('by hand'),
    most: 2,
  }),
  row({
    name: 'joining: a slow diary and who is signed in',
    endpoint: 'messenger.webToken',
    beside: 'diary.GetPersonData',
    scene: joining,
    expected: always('well'),
    most: 4,
  }),
  row({
    name: 'the section: a slow diary, then who is signed in',
    endpoint: 'messenger.webToken',
    beside: 'diary.GetPersonData',
    scene: diaryAndWho,
    expected: ofWebToken,
    most: 6,
  }),
  row({
    name: 'an invitation: who is signed in, then their name',
    endpoint: 'api.users.get',
    beside: 'messenger.webToken',
    scene: invitation,
    expected: always('not known'),
    most: 6,
  }),
];

export const table: readonly Row[] = [...askedByPage, ...askedWithoutPage, ...askedOfMessenger, ...askedOfVkid];
