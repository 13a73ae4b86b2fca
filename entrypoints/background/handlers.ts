import * as z from 'zod/mini';
import { createWayHandlers, type WayParts } from '@/entrypoints/background/conflict/wayHandlers';
import { findDiary, zoneOf } from '@/entrypoints/background/diary/diaries';
import {
  announce,
  askDiary,
  askPersonElsewhere,
  forgetAccountOf,
  leaveSection,
  refreshDiaries,
} from '@/entrypoints/background/diary/diaryTabs';
import { linksOf } from '@/entrypoints/background/diary/lessonLinks';
import { personAt } from '@/entrypoints/background/diary/person';
import type { ControlEvent, LinkingControl } from '@/entrypoints/background/linking/linking';
import { hasVkidStep } from '@/entrypoints/background/linking/vkid';
import { defaultPatience, type Opening } from '@/entrypoints/background/opening/opening';
import type { Lists } from '@/entrypoints/background/section/lists';
import { readSection } from '@/entrypoints/background/section/sectionView';
import type { Services } from '@/entrypoints/background/services/services';
import { accountSchema } from '@/lib/diary/answers/account';
import { links, noteUse } from '@/lib/linking/links';
import type { LinkingAction } from '@/lib/messages/protocol';
import type { Sender } from './sender';
import type { Handlers } from './serve';

const nothing = z.object({});
const anyway = z.boolean();
const patience = z.number().check(z.nonnegative(), z.maximum(defaultPatience));
const wallMinutes = z.nullable(z.int());

const lesson = z.object({
  id: z.string(),
  date: z.string(),
  index: z.nullable(z.number()),
  discipline: z.string(),
  begin: wallMinutes,
  end: wallMinutes,
  teacher: z.string(),
  office: z.string(),
  type: z.string(),
  theme: z.string(),
  homework: z.string(),
  comment: z.string(),
  remarks: z.string(),
  mark: z.string(),
  attendance: z.string(),
  materials: z.array(z.object({ name: z.string(), address: z.string() })),
  individualHomework: z.array(z.object({ text: z.string(), name: z.string(), address: z.string() })),
});

const actions = [
  'begin',
  'createProfile',
  'recheck',
  'choose',
  'chooseAgain',
  'confirm',
  'confirmSamePerson',
  'cancel',
] as const satisfies LinkingAction[];

/** Every message to the background: who may send it, its shape, and what is done. */
export function createHandlers(
  services: Services,
  control: LinkingControl,
  opening: Opening,
  lists: Lists,
  parts: WayParts,
): Handlers {
  const section = (sender: Sender) => readSection(sender, services, control, opening, parts.vendor);
  /** Who was last seen at each diary, by origin. */
  const lastAccounts = new Map<string, string | null>();

  return {
    ...createWayHandlers(parts),
    'diary.report': {
      from: ['diary'],
      payload: z.object({
        account: z.nullable(accountSchema),
        clockDifference: z.nullable(z.number()),
        childChosen: z.boolean(),
      }),
      async handle(report, { origin, tab }) {
        if (tab) forgetAccountOf(tab.id);
        if (report.clockDifference !== null) services.clock.adopt(report.clockDifference);
        const diary = await findDiary(origin);
        const linked = report.account !== null && (await links.get())[report.account.key] !== undefined;
        const accountKey = report.account?.key ?? null;
        // Another account in the same browser: open sections show the first one's until they read again.
        if (lastAccounts.has(origin) && lastAccounts.get(origin) !== accountKey) announce('session');
        lastAccounts.set(origin, accountKey);
        if (report.childChosen && tab) void askPersonElsewhere(origin, tab.id);
        if (tab && (await parts.ways.waitsAt(origin))) void askDiary(tab.id, 'section.open', {});
        return {
          linked,
          conflictKnown:
            report.account !== null && !tab?.foreignJar && (await parts.vendor.isConflictKnown(report.account)),
          zone: {
            timeZone: diary ? zoneOf(diary) : Intl.DateTimeFormat().resolvedOptions().timeZone,
            assumed: !diary?.timeZone,
          },
        };
      },
    },
    'lessons.links': {
      from: ['diary'],
      payload: z.object({ lessons: z.array(lesson) }),
      handle: async ({ lessons }) => lessons.flatMap(linksOf),
    },
    'lessons.match': {
      from: ['diary'],
      payload: z.object({ lessons: z.array(lesson) }),
      handle: ({ lessons }, sender) => lists.match(sender, lessons),
    },
    'lesson.open': {
      from: ['diary'],
      payload: z.object({ address: z.string(), anyway, patience }),
      handle: ({ address, ...how }, sender) => opening.lessonLink(sender, address, { ...how, background: false }),
    },
    'call.open': {
      from: ['diary', 'section'],
      payload: z.object({ id: z.string(), anyway, background: z.boolean(), patience: z.optional(patience) }),
      handle: ({ id, ...how }, sender) => opening.call(sender, id, how),
    },
    'chat.open': {
      from: ['section'],
      payload: z.object({ peerId: z.int(), anyway, background: z.boolean() }),
      handle: (request, sender) => opening.chat(sender, request.peerId, request.anyway, request.background),
    },
    'messenger.open': {
      from: ['section'],
      payload: z.object({ anyway, background: z.boolean() }),
      handle: (request, sender) => opening.messenger(sender, request.anyway, request.background),
    },
    'pending.forget': {
      from: ['section'],
      payload: nothing,
      async handle(_, sender) {
        await opening.letPendingBe(sender);
        return null;
      },
    },
    'section.prepare': {
      from: ['section'],
      payload: nothing,
      handle: (_, sender) => lists.held(sender),
    },
    'section.read': { from: ['section'], payload: nothing, handle: (_, sender) => section(sender) },
    'chats.read': {
      from: ['section'],
      payload: z.object({
        query: z.string().check(z.maxLength(200)),
        offset: z.int().check(z.nonnegative()),
        count: z.int().check(z.positive(), z.maximum(200)),
        refresh: z.boolean(),
      }),
      handle: ({ query, offset, count, refresh }, sender) => lists.chats(sender, query, offset, count, refresh),
    },
    'calls.read': {
      from: ['section'],
      payload: z.object({ refresh: z.boolean() }),
      handle: ({ refresh }, sender) => lists.calls(sender, refresh),
    },
    'calls.live': {
      from: ['section'],
      payload: nothing,
      handle: (_, sender) => lists.live(sender),
    },
    'linking.act': {
      from: ['section'],
      payload: z.object({ action: z.enum(actions), profileId: z.optional(z.int()) }),
      async handle({ action, profileId }, sender) {
        if (sender.tab?.foreignJar) return section(sender);
        const person = await personAt(sender, services, action === 'begin' || action === 'confirm');
        if (person.ok) {
          const { account } = person.value;
          await control.happen(account.key, eventOf(action, profileId));
        }
        return section(sender);

        function eventOf(name: LinkingAction, chosen: number | undefined): ControlEvent {
          if (name === 'begin' && person.ok)
            return { type: 'begin', account: person.value.account, withVkid: hasVkidStep };
          if (name === 'choose') return { type: 'choose', profileId: chosen ?? 0 };
          if (name === 'confirm') return { type: 'confirm', profileId: chosen };
          return { type: name as Exclude<LinkingAction, 'begin' | 'choose' | 'confirm'> };
        }
      },
    },
    'link.remove': {
      from: ['section'],
      payload: nothing,
      async handle(_, sender) {
        const person = await personAt(sender, services);
        const link = person.ok ? person.value.link : null;
        if (!link) return { consent: 'none' };
        const others = await links.update(({ [link.accountKey]: __, ...kept }) => kept);
        const stillLinked = Object.values(others).some(({ profileId }) => profileId === link.profileId);
        if (!stillLinked) await services.forgetProfile(link.profileId);
        const consent = await services.vkid.withdraw(link.accountKey);
        announce('linking');
        await refreshDiaries();
        return { consent };
      },
    },
    'link.keep': {
      from: ['section'],
      payload: nothing,
      async handle(_, sender) {
        const person = await personAt(sender, services);
        if (person.ok) await noteUse(person.value.account.key, services.clock.now());
        announce('linking');
        return null;
      },
    },
    'section.leave': {
      from: ['section'],
      payload: nothing,
      async handle(_, { tab }) {
        if (tab) await leaveSection(tab.id);
        return null;
      },
    },
  };
}
