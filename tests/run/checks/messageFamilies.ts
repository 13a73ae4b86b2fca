import type { Entry } from '../../../components/guide/entries.ts';
import type { CallService, LinkPlace } from '../../../lib/calls/types.ts';
import type { PageReason } from '../../../lib/messages/support.ts';
import type { AttachmentKind, RecurrenceRule } from '../../../lib/messenger/types.ts';
import type { ProblemKind } from '../../../lib/problem.ts';
import type { Quiet } from '../../../lib/today/types.ts';

/**
 * Keys of `_locales` that the code makes from a part that varies: `service_${service}`. The parts are told here, and the types
 * see to it that none is missing and none too many, so that a text that nothing shows is found in a family too.
 */
export const messageFamilies: Readonly<Record<string, readonly string[]>> = {
  attachment_: all<AttachmentKind | 'other'>({
    audio: true,
    call: true,
    document: true,
    forwarded: true,
    link: true,
    liveCall: true,
    location: true,
    other: true,
    photo: true,
    poll: true,
    post: true,
    service: true,
    sticker: true,
    story: true,
    video: true,
    voice: true,
  }),
  guide_: guide({
    noButton: 5,
    schoolInMax: 3,
    noSound: 3,
    notListed: 2,
    teachers: 6,
    sameBrowser: 3,
    invitation: 2,
    twoParents: 2,
    severalChildren: 2,
    oneNumber: 2,
    parentNumber: 2,
    email: 1,
    teacherParent: 1,
    code: 3,
    notMe: 1,
    password: 1,
    consent: 2,
    signOut: 1,
    privateWindow: 2,
    vkPage: 1,
  }),
  linkFrom_: all<LinkPlace | 'calls'>({
    calls: true,
    comment: true,
    homework: true,
    individualHomework: true,
    materials: true,
    remarks: true,
    theme: true,
  }),
  problem_: all<Exclude<ProblemKind, 'notKept'>>({
    badRequest: true,
    cancelled: true,
    captcha: true,
    noAccess: true,
    notPermitted: true,
    offline: true,
    rateLimited: true,
    serverError: true,
    signedOut: true,
    slow: true,
    staleAnswer: true,
    switchedOff: true,
    tooLarge: true,
    unknownMethod: true,
    unreadable: true,
    windowOpen: true,
  }),
  reason_: all<PageReason>({
    callAtOtherTime: true,
    callOfOtherChild: true,
    callOfOtherClass: true,
    callOfOtherGroup: true,
    callOfOtherSubject: true,
    callUnknown: true,
    closed: true,
    folded: true,
    linksOnly: true,
    noAnswer: true,
    noCall: true,
    noContent: true,
    noDays: true,
    notLinked: true,
    notPermitted: true,
    notPlaced: true,
    over: true,
    rowDiffers: true,
    rowsDisagree: true,
    severalCalls: true,
    signedOut: true,
    translated: true,
    unknownLink: true,
    vendorButton: true,
    zoneAssumed: true,
  }),
  repeat_: all<Exclude<RecurrenceRule, 'never'>>({
    daily: true,
    monthly: true,
    weekdays: true,
    weekend: true,
    weekly: true,
    yearly: true,
  }),
  service_: all<Exclude<CallService, 'vk'>>({
    dion: true,
    jazz: true,
    jitsi: true,
    ktalk: true,
    max: true,
    meet: true,
    mtslink: true,
    pruffme: true,
    teams: true,
    telemost: true,
    wbstream: true,
    webex: true,
    webinar: true,
    zoom: true,
  }),
  today_: all<Quiet | 'over' | 'signedOut' | 'old'>({
    holidays: true,
    noLessons: true,
    noOnline: true,
    old: true,
    over: true,
    signedOut: true,
    unknown: true,
  }),
};

function all<Member extends string>(members: Record<Member, true>): string[] {
  return Object.keys(members);
}

/** The title of each entry of the guide and its paragraphs, by their number. */
function guide(entries: { [One in Entry as One['id']]: One['paragraphs'] }): string[] {
  return Object.entries(entries).flatMap(([id, paragraphs]) => [
    id,
    ...Array.from({ length: paragraphs }, (_, index) => `${id}_${index + 1}`),
  ]);
}
