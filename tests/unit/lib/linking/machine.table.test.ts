import { describe, expect, it } from 'vitest';
import { advance, type Linking, type LinkingEvent, type Presence } from '@/lib/linking/machine';
import { problem } from '@/lib/problem';
import {
  account,
  allClear,
  clear,
  conflict,
  context,
  elena,
  linkingAt,
  maria,
  now,
  petr,
  petrConflicts,
} from './samples';
import { inWords } from './words';

const waiting = {
  name: 'waiting',
  since: now,
  windowId: 7,
  windowClosed: false,
  timedOut: false,
  problem: null,
} as const;

/** Every step in which a linking can be. */
const steps = {
  nothing: null,
  start: linkingAt({ name: 'start', problem: null, conflict: null, since: now }),
  failed: linkingAt({ name: 'start', problem: problem('messenger', 'offline'), conflict: null, since: now }),
  'failed after VK ID': linkingAt(
    { name: 'start', problem: problem('messenger', 'offline'), conflict: null, since: now },
    { needsVkid: false },
  ),
  'conflict before VK ID': linkingAt({
    name: 'start',
    problem: null,
    conflict: conflict(petr, 'pupilProfileInParentDiary'),
    since: now,
  }),
  'conflict after VK ID': linkingAt(
    { name: 'start', problem: null, conflict: conflict(petr, 'pupilProfileInParentDiary'), since: now },
    { needsVkid: false },
  ),
  'linked to somebody': linkingAt(
    { name: 'start', problem: null, conflict: conflict(maria, 'linkedToAnotherPerson'), since: now },
    { needsVkid: false },
  ),
  'checking before VK ID': linkingAt({ name: 'checking', next: 'vkid', since: now }),
  'checking after VK ID': linkingAt({ name: 'checking', next: 'profiles', since: now }, { needsVkid: false }),
  vkid: linkingAt({ name: 'vkid', owner: context.owner }),
  'vkid of a dead background': linkingAt({ name: 'vkid', owner: 'an earlier one' }),
  interrupted: linkingAt({ name: 'interrupted' }),
  'waiting for signIn': linkingAt({ ...waiting, purpose: 'signIn' }, { needsVkid: false }),
  'waiting for creation': linkingAt({ ...waiting, purpose: 'creation' }, { needsVkid: false }),
  choice: linkingAt({ name: 'choice', profiles: [maria, elena] }, { needsVkid: false }),
  confirmation: linkingAt({ name: 'confirmation', profile: maria, others: [] }, { needsVkid: false }),
  'confirmation of one of two': linkingAt(
    { name: 'confirmation', profile: maria, others: [elena] },
    { needsVkid: false },
  ),
  confirmed: linkingAt({ name: 'confirmed', profileId: maria.id, since: now }, { needsVkid: false }),
} satisfies Record<string, Linking | null>;

const present = (presence: Presence): LinkingEvent => ({ type: 'present', presence, verdictFor: petrConflicts });
const here = (...profiles: (typeof maria)[]) => present({ kind: 'profiles', profiles });
const attempt = now;

/** Everything that can happen. */
const events = {
  begin: { type: 'begin', account: account(), withVkid: true },
  'begin without VK ID': { type: 'begin', account: account(), withVkid: false },
  'nobody is here': present({ kind: 'signedOut' }),
  'no profile is here': present({ kind: 'noProfile' }),
  'an empty list is here': here(),
  'Мария is here': here(maria),
  'Мария and Елена are here': here(maria, elena),
  'Елена is here': here(elena),
  'Пётр is here': here(petr),
  'Мария and Пётр are here': here(maria, petr),
  'VK is offline': present({ kind: 'problem', problem: problem('messenger', 'offline') }),
  'VK wants a captcha': present({ kind: 'problem', problem: problem('messenger', 'captcha') }),
  'the token is dead': present({ kind: 'problem', problem: problem('messenger', 'signedOut') }),
  vkidDone: { type: 'vkidDone', attempt },
  'vkidDone of an earlier attempt': { type: 'vkidDone', attempt: attempt - 1 },
  vkidFailed: { type: 'vkidFailed', attempt, problem: problem('vkid', 'cancelled') },
  'vkidFailed of an earlier attempt': {
    type: 'vkidFailed',
    attempt: attempt - 1,
    problem: problem('vkid', 'cancelled'),
  },
  'vkidFailed: another window': { type: 'vkidFailed', attempt, problem: problem('vkid', 'windowOpen') },
  windowOpened: { type: 'windowOpened', windowId: 8 },
  windowFailed: { type: 'windowFailed' },
  windowClosed: { type: 'windowClosed', windowId: 7 },
  'another windowClosed': { type: 'windowClosed', windowId: 99 },
  createProfile: { type: 'createProfile' },
  recheck: { type: 'recheck' },
  'choose Мария': { type: 'choose', profileId: maria.id, verdictFor: allClear },
  'choose Мария, linked to somebody': {
    type: 'choose',
    profileId: maria.id,
    verdictFor: () => conflict(maria, 'linkedToAnotherPerson'),
  },
  'choose a stranger': { type: 'choose', profileId: 1, verdictFor: () => clear },
  chooseAgain: { type: 'chooseAgain' },
  confirmSamePerson: { type: 'confirmSamePerson' },
  confirm: { type: 'confirm' },
  'confirm Мария': { type: 'confirm', profileId: maria.id },
  'confirm Елена': { type: 'confirm', profileId: elena.id },
  cancel: { type: 'cancel' },
  backgroundStarted: { type: 'backgroundStarted' },
} satisfies Record<string, LinkingEvent>;

type Table = Record<keyof typeof steps, Partial<Record<keyof typeof events, string>>>;

const begun = {
  begin: 'checking for vkid → readPresence',
  'begin without VK ID': 'checking for profiles → readPresence',
};
const begunAfterOrphan = {
  begin: 'checking for vkid → closeWindows → readPresence',
  'begin without VK ID': 'checking for profiles → closeWindows → readPresence',
};
const cancelled = { cancel: 'nothing → closeWindows' };
/** A window that arrives too late is closed again. */
const tooLate = { windowOpened: (step: string) => `${step} → closeWindows` };
const asksAgain = (step: string) => ({
  begin: `${step} → readPresence`,
  'begin without VK ID': `${step} → readPresence`,
});

const toVkid = 'vkid → openVkid';
const toSignIn = 'waiting for signIn → openMessenger signIn';
const toCreation = 'waiting for creation → openMessenger creation';

/** Where each event leads from each step; what does not stand here changes nothing. */
const table: Table = {
  nothing: { ...begun, windowOpened: 'nothing → closeWindows' },
  start: { ...begun, ...cancelled, windowOpened: tooLate.windowOpened('start') },
  failed: { ...begun, ...cancelled, windowOpened: tooLate.windowOpened('start, offline') },
  'failed after VK ID': {
    // They have been through VK ID a moment ago.
    begin: 'checking for profiles → readPresence',
    'begin without VK ID': 'checking for profiles → readPresence',
    ...cancelled,
    windowOpened: tooLate.windowOpened('start, offline'),
  },
  'conflict before VK ID': {
    ...begun,
    ...cancelled,
    windowOpened: tooLate.windowOpened('start, pupilProfileInParentDiary'),
    recheck: 'start, pupilProfileInParentDiary → readPresence',
    backgroundStarted: 'start, pupilProfileInParentDiary → readPresence',
    chooseAgain: 'checking for vkid → readPresence',
    'nobody is here': toVkid,
    'no profile is here': toVkid,
    'an empty list is here': toVkid,
    'the token is dead': toVkid,
    'Мария is here': toVkid,
    'Елена is here': toVkid,
    'Мария and Елена are here': toVkid,
  },
  'conflict after VK ID': {
    ...begun,
    ...cancelled,
    windowOpened: tooLate.windowOpened('start, pupilProfileInParentDiary'),
    recheck: 'start, pupilProfileInParentDiary → readPresence',
    backgroundStarted: 'start, pupilProfileInParentDiary → readPresence',
    chooseAgain: 'checking for profiles → readPresence',
    'nobody is here': toSignIn,
    'no profile is here': toCreation,
    'an empty list is here': toCreation,
    'the token is dead': toSignIn,
    'Мария is here': 'confirmation of Мария',
    'Елена is here': 'confirmation of Елена',
    'Мария and Елена are here': 'choice of Мария and Елена',
  },
  'linked to somebody': {
    ...begun,
    ...cancelled,
    windowOpened: tooLate.windowOpened('start, linkedToAnotherPerson'),
    recheck: 'start, linkedToAnotherPerson → readPresence',
    backgroundStarted: 'start, linkedToAnotherPerson → readPresence',
    chooseAgain: 'checking for profiles → readPresence',
    confirmSamePerson: 'checking for profiles → readPresence',
    'nobody is here': toSignIn,
    'no profile is here': toCreation,
    'an empty list is here': toCreation,
    'the token is dead': toSignIn,
    // `verdictFor` calls her clear now: the other account was unlinked.
    'Мария is here': 'confirmation of Мария',
    'Елена is here': 'confirmation of Елена',
    'Мария and Елена are here': 'choice of Мария and Елена',
    'Мария and Пётр are here': 'choice of Мария and Пётр',
    'Пётр is here': 'start, pupilProfileInParentDiary',
  },
  'checking before VK ID': {
    ...asksAgain('checking for vkid'),
    ...cancelled,
    windowOpened: tooLate.windowOpened('checking for vkid'),
    backgroundStarted: 'checking for vkid → readPresence',
    'nobody is here': toVkid,
    'no profile is here': toVkid,
    'an empty list is here': toVkid,
    'Мария is here': toVkid,
    'Мария and Елена are here': toVkid,
    'Елена is here': toVkid,
    'Мария and Пётр are here': toVkid,
    'the token is dead': toVkid,
    'VK wants a captcha': toVkid,
    'VK is offline': 'start, offline',
    'Пётр is here': 'start, pupilProfileInParentDiary',
  },
  'checking after VK ID': {
    ...asksAgain('checking for profiles'),
    ...cancelled,
    windowOpened: tooLate.windowOpened('checking for profiles'),
    backgroundStarted: 'checking for profiles → readPresence',
    'nobody is here': toSignIn,
    'no profile is here': toCreation,
    'an empty list is here': toCreation,
    'the token is dead': toSignIn,
    'Мария is here': 'confirmation of Мария → closeWindows',
    'Елена is here': 'confirmation of Елена → closeWindows',
    'Мария and Елена are here': 'choice of Мария and Елена → closeWindows',
    'Мария and Пётр are here': 'choice of Мария and Пётр → closeWindows',
    'Пётр is here': 'start, pupilProfileInParentDiary → closeWindows',
    'VK is offline': 'start, offline',
    'VK wants a captcha': 'start, captcha',
  },
  vkid: {
    begin: 'vkid → focusWindow',
    'begin without VK ID': 'vkid → focusWindow',
    ...cancelled,
    windowOpened: tooLate.windowOpened('vkid'),
    vkidDone: 'checking for profiles → readPresence',
    vkidFailed: 'start, cancelled',
    'vkidFailed: another window': 'interrupted',
  },
  'vkid of a dead background': {
    ...begunAfterOrphan,
    ...cancelled,
    windowOpened: tooLate.windowOpened('vkid'),
    backgroundStarted: 'interrupted',
    vkidDone: 'checking for profiles → readPresence',
    vkidFailed: 'start, cancelled',
    'vkidFailed: another window': 'interrupted',
  },
  interrupted: { ...begunAfterOrphan, ...cancelled, windowOpened: tooLate.windowOpened('interrupted') },
  'waiting for signIn': {
    begin: toSignIn,
    'begin without VK ID': toSignIn,
    ...cancelled,
    createProfile: toSignIn,
    recheck: 'waiting for signIn → readPresence',
    backgroundStarted: 'waiting for signIn → readPresence',
    windowOpened: 'waiting for signIn',
    windowFailed: 'waiting for signIn, window closed',
    windowClosed: 'waiting for signIn, window closed → readPresence',
    'no profile is here': 'waiting for creation',
    'an empty list is here': 'waiting for creation',
    'Мария is here': 'confirmation of Мария → closeWindows',
    'Елена is here': 'confirmation of Елена → closeWindows',
    'Мария and Елена are here': 'choice of Мария and Елена → closeWindows',
    'Мария and Пётр are here': 'choice of Мария and Пётр → closeWindows',
    'Пётр is here': 'start, pupilProfileInParentDiary → closeWindows',
    'VK is offline': 'waiting for signIn, offline',
    'VK wants a captcha': 'waiting for signIn, captcha',
  },
  'waiting for creation': {
    begin: toCreation,
    'begin without VK ID': toCreation,
    ...cancelled,
    createProfile: toCreation,
    recheck: 'waiting for creation → readPresence',
    backgroundStarted: 'waiting for creation → readPresence',
    windowOpened: 'waiting for creation',
    windowFailed: 'waiting for creation, window closed',
    windowClosed: 'waiting for creation, window closed → readPresence',
    'nobody is here': 'waiting for signIn',
    'the token is dead': 'waiting for signIn',
    'Мария is here': 'confirmation of Мария → closeWindows',
    'Елена is here': 'confirmation of Елена → closeWindows',
    'Мария and Елена are here': 'choice of Мария and Елена → closeWindows',
    'Мария and Пётр are here': 'choice of Мария and Пётр → closeWindows',
    'Пётр is here': 'start, pupilProfileInParentDiary → closeWindows',
    'VK is offline': 'waiting for creation, offline',
    'VK wants a captcha': 'waiting for creation, captcha',
  },
  choice: {
    ...asksAgain('choice of Мария and Елена'),
    ...cancelled,
    windowOpened: tooLate.windowOpened('choice of Мария and Елена'),
    recheck: 'choice of Мария and Елена → readPresence',
    backgroundStarted: 'choice of Мария and Елена → readPresence',
    'choose Мария': 'confirmation of Мария among others',
    'choose Мария, linked to somebody': 'start, linkedToAnotherPerson',
    'nobody is here': 'waiting for signIn, window closed',
    'the token is dead': 'waiting for signIn, window closed',
    'no profile is here': 'waiting for creation, window closed',
    'an empty list is here': 'waiting for creation, window closed',
    'Мария is here': 'confirmation of Мария',
    'Елена is here': 'confirmation of Елена',
    'Мария and Пётр are here': 'choice of Мария and Пётр',
    'Пётр is here': 'start, pupilProfileInParentDiary',
  },
  confirmation: {
    ...asksAgain('confirmation of Мария'),
    ...cancelled,
    windowOpened: tooLate.windowOpened('confirmation of Мария'),
    recheck: 'confirmation of Мария → readPresence',
    backgroundStarted: 'confirmation of Мария → readPresence',
    confirm: 'confirmed → readPresence',
    'confirm Мария': 'confirmed → readPresence',
    'nobody is here': 'waiting for signIn, window closed',
    'the token is dead': 'waiting for signIn, window closed',
    'no profile is here': 'waiting for creation, window closed',
    'an empty list is here': 'waiting for creation, window closed',
    'Елена is here': 'start, anotherPersonSignedIn',
    'Мария and Елена are here': 'confirmation of Мария among others',
    'Мария and Пётр are here': 'confirmation of Мария among others',
    'Пётр is here': 'start, pupilProfileInParentDiary',
  },
  'confirmation of one of two': {
    ...asksAgain('confirmation of Мария among others'),
    ...cancelled,
    windowOpened: tooLate.windowOpened('confirmation of Мария among others'),
    recheck: 'confirmation of Мария among others → readPresence',
    backgroundStarted: 'confirmation of Мария among others → readPresence',
    chooseAgain: 'choice of Мария and Елена',
    confirm: 'confirmed → readPresence',
    'confirm Мария': 'confirmed → readPresence',
    'nobody is here': 'waiting for signIn, window closed',
    'the token is dead': 'waiting for signIn, window closed',
    'no profile is here': 'waiting for creation, window closed',
    'an empty list is here': 'waiting for creation, window closed',
    'Мария is here': 'confirmation of Мария',
    'Елена is here': 'start, anotherPersonSignedIn',
    'Мария and Пётр are here': 'confirmation of Мария among others',
    'Пётр is here': 'start, pupilProfileInParentDiary',
  },
  confirmed: {
    ...asksAgain('confirmed'),
    ...cancelled,
    windowOpened: tooLate.windowOpened('confirmed'),
    backgroundStarted: 'confirmed → readPresence',
    'Мария is here': 'nothing → saveLink',
    'Мария and Елена are here': 'nothing → saveLink',
    'Мария and Пётр are here': 'nothing → saveLink',
    'Елена is here': 'start, anotherPersonSignedIn',
    'Пётр is here': 'start, pupilProfileInParentDiary',
    'nobody is here': toSignIn,
    'the token is dead': toSignIn,
    'no profile is here': toCreation,
    'an empty list is here': toCreation,
    'VK is offline': 'start, offline',
    'VK wants a captcha': 'start, captcha',
  },
};

describe.each(Object.keys(steps) as (keyof typeof steps)[])('in the step «%s»', (stepName) => {
  const before: Linking | null = steps[stepName];
  it.each(Object.keys(events) as (keyof typeof events)[])('%s', (eventName) => {
    const after = advance(before, events[eventName], context);
    const expected = table[stepName][eventName];
    if (expected) expect(inWords(after)).toBe(expected);
    // The same object, so that nothing is written to disk and no page is told to look again.
    else expect([after.linking === before, inWords(after)]).toEqual([true, inWords({ linking: before, effects: [] })]);
  });
});
