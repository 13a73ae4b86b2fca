import type { MessageKey } from '@/lib/words';

/** One thing that is kept, as people are told of it. What it holds of anybody is counted, never shown. */
export interface KeptThing {
  /** What it is, and how long it stays. */
  sentence: MessageKey;
  /** It was read from VK, or is about who is signed in there. */
  isOfVk?: true;
  /** How many there are, where it is not the number of entries. */
  count?: (value: unknown) => number;
  /** What of it is nobody's secret: addresses of sites. */
  list?: (value: unknown) => string[];
}

const textsOf = (value: unknown) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const originsOf = (value: unknown) =>
  Array.isArray(value) ? value.flatMap((one) => (hasText(one, 'origin') ? one.origin : [])) : [];

const originOf = (value: unknown) => (hasText(value, 'origin') ? [value.origin] : []);

function hasText<Key extends string>(value: unknown, key: Key): value is Record<Key, string> {
  return typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[key] === 'string';
}

const tokensOf = (value: unknown) => {
  const tokens = typeof value === 'object' && value !== null && 'tokens' in value ? value.tokens : [];
  return Array.isArray(tokens) ? tokens.filter((one) => hasText(one, 'token') && one.token !== '').length : 0;
};

/** Lists side by side. */
const callsOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.values(value).flat().length : 0;

/** A record by the origins of diaries. */
const keysOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);

/**
 * Everything that the extension keeps, by its key, or by what its key begins with, up to a colon. `npm test` holds it to the code:
 * whatever is kept has a row here, and in PRIVACY.md.
 */
export const keptThings: Readonly<Record<string, KeptThing>> = {
  links: { sentence: 'keptLinks' },
  linkings: { sentence: 'keptLinkings' },
  addedDiaries: { sentence: 'keptAddedDiaries', list: originsOf },
  toldZones: { sentence: 'keptToldZones', list: keysOf },
  diaryTrial: { sentence: 'keptDiaryTrial', list: originOf },
  sites: { sentence: 'keptSites', list: textsOf },
  usedByHand: { sentence: 'keptUsedByHand' },
  refusedPrivateWindow: { sentence: 'keptRefusedPrivateWindow' },
  cautionedServices: { sentence: 'keptCautionedServices' },
  linksOnly: { sentence: 'keptLinksOnly' },
  reminderSettings: { sentence: 'keptReminderSettings' },
  reminderOffer: { sentence: 'keptReminderOffer' },
  remindedCalls: { sentence: 'keptRemindedCalls', count: callsOf },
  remindersClock: { sentence: 'keptRemindersClock' },
  remindersRefreshed: { sentence: 'keptRemindersRefreshed' },
  greeted: { sentence: 'keptGreeted' },
  lessonHintSeen: { sentence: 'keptLessonHintSeen' },
  menuLabel: { sentence: 'keptMenuLabel' },
  deleting: { sentence: 'keptDeleting' },
  today: { sentence: 'keptToday' },
  lastSeen: { sentence: 'keptLastSeen', list: keysOf },
  peopleSeen: { sentence: 'keptPeopleSeen' },
  presence: { sentence: 'keptPresence', isOfVk: true, count: tokensOf },
  profiles: { sentence: 'keptProfiles', isOfVk: true },
  held: { sentence: 'keptHeld', isOfVk: true },
  apiMemory: { sentence: 'keptApiMemory' },
  vkid: { sentence: 'keptVkid' },
  vkidFailed: { sentence: 'keptVkidFailed' },
  linkingWindows: { sentence: 'keptLinkingWindows' },
  stoppedVendorTabs: { sentence: 'keptStoppedVendorTabs', isOfVk: true },
  pendings: { sentence: 'keptPendings', isOfVk: true },
  signOut: { sentence: 'keptSignOut', isOfVk: true },
  signedOutForAWhile: { sentence: 'keptSignedOutForAWhile', isOfVk: true },
};

/** The row of a key as it stands in the storage; `undefined` for one of an earlier version. */
export function keptThingOf(key: string): KeptThing | undefined {
  return keptThings[key.split(':')[0] ?? ''];
}

/** Whether what is kept under a key was read from VK. */
export function isOfVk(key: string): boolean {
  return keptThingOf(key)?.isOfVk === true;
}
