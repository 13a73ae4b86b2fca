import { browser } from 'wxt/browser';
import { isCautionAhead } from '@/entrypoints/background/opening/caution';
import type { Opening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import { hearNews } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import type { TodayKeeper } from '@/entrypoints/background/today/types';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { JoinLink } from '@/lib/calls/types';
import { createWait } from '@/lib/inTime';
import { badgeAt } from '@/lib/reminders/badge';
import { markOfCall, occasionsOf } from '@/lib/reminders/occasions';
import { type Plan, planReminders, reminderById } from '@/lib/reminders/plan';
import type { ReminderSettings } from '@/lib/reminders/settings';
import type { Occasion, Reminder } from '@/lib/reminders/types';
import { reminderWords } from '@/lib/reminders/wording';
import { succeed } from '@/lib/result';
import { computerTimeZone } from '@/lib/time';
import { theLink } from '@/lib/today/theOne';
import { words } from '@/lib/words';
import { readChosen } from './chosen';
import { openReminder } from './click';
import { createKeptOffset } from './keptOffset';
import { createNotifications } from './notifications';
import { makeOfferDue } from './offer';
import { createRefreshing } from './refreshing';
import { createRememberedCalls } from './rememberedCalls';

const alarmName = 'reminders';

/** The browsers ring no alarm sooner, milliseconds. */
const soonest = 1000;

/** Of the badge. */
const badgeColor = '#0a5fb4';

/** Reminders of calls and the badge on the toolbar's button. */
export interface Reminders {
  /**
   * Looks what is to be shown, taken away and waited for: at every start of the background, since alarms get lost, when the alarm rings,
   * and when something has changed.
   */
  look(): Promise<void>;
  /** A call was opened from a place. */
  joined(place: Sender, link: JoinLink): Promise<void>;
  /** Shows how a reminder looks; `false` where the browser shows none. */
  showExample(): Promise<boolean>;
}

/** Makes them. In Chrome's incognito half there are none: nothing is asked, kept or shown. */
export function createReminders(services: Services, today: TodayKeeper, opening: Opening): Reminders {
  const { clock, presence } = services;
  if (browser.extension.inIncognitoContext)
    return { look: async () => undefined, joined: async () => undefined, showExample: async () => false };

  const offset = createKeptOffset(clock);
  const remembered = createRememberedCalls(clock);
  const refreshing = createRefreshing(clock, today.refresh);
  const notifications = createNotifications(
    (id) => void click(id),
    () => void wakeAt(clock.computerNow()),
  );
  let looking: Promise<void> | null = null;
  let isChanged = false;
  /** Nothing of ours stands in the toolbar or on the screen, and no alarm is set: since this background has looked. */
  let isClear = false;

  async function occasionsNow(): Promise<Occasion[]> {
    const known = await today.known();
    const all = await Promise.all(known.map(({ person, agenda }) => occasionsOf(person, agenda, clock.now())));
    return all.flat();
  }

  async function planNow(settings: ReminderSettings): Promise<{ plan: Plan; occasions: Occasion[] }> {
    const [occasions, calls] = await Promise.all([occasionsNow(), remembered.get()]);
    const plan = planReminders({ occasions, settings, ...calls, now: clock.now(), timeZone: computerTimeZone() });
    return { plan, occasions };
  }

  async function run(): Promise<void> {
    const { settings } = await readChosen();
    if (!settings.areOn && !settings.hasBadge) return clear();
    isClear = false;
    await offset.restore();
    let now = await planNow(settings);
    if (await refreshing.refresh(now.plan.due.length > 0 ? 'due' : 'quarter')) now = await planNow(settings);
    await offset.keep();
    const { plan, occasions } = now;
    await remembered.noteReminded(plan.reminded);
    for (const reminder of await withoutAbsent(plan.due)) await show(reminder, settings);
    await notifications.keepOnly(plan.standing);
    const badge = settings.hasBadge ? badgeAt(occasions, clock.now()) : { text: '', until: null };
    await showBadge(badge.text);
    const moments = [plan.next, badge.until].flatMap((moment) => (moment === null ? [] : [moment - clock.offset]));
    await wakeAt(Math.min(...moments, await refreshing.next()));
  }

  async function clear(): Promise<void> {
    if (isClear) return;
    isClear = true;
    await Promise.all([browser.alarms.clear(alarmName), showBadge(''), notifications.keepOnly([])]);
  }

  /** @param when unix milliseconds of the computer's clock */
  async function wakeAt(when: number): Promise<void> {
    await browser.alarms.create(alarmName, { when: Math.max(when, clock.computerNow() + soonest) });
  }

  async function showBadge(text: string): Promise<void> {
    if (text) await browser.action.setBadgeBackgroundColor({ color: badgeColor });
    await browser.action.setBadgeText({ text });
  }

  /** Calls that VK alone knows of are told only while their profile is signed in, which is asked now where nobody has for a minute. */
  async function withoutAbsent(due: readonly Reminder[]): Promise<Reminder[]> {
    const isOfVk = due.some(({ occasions }) => occasions.some(({ profileId }) => profileId !== null));
    if (!isOfVk) return [...due];
    const tokens = await presence.read();
    const isHere = (id: number | null) =>
      id === null || (tokens.ok && tokens.value.some(({ profileId }) => profileId === id));
    return due.flatMap((reminder) => {
      const occasions = reminder.occasions.filter(({ profileId }) => isHere(profileId));
      return occasions.length > 0 ? [{ ...reminder, occasions }] : [];
    });
  }

  async function show(reminder: Reminder, settings: ReminderSettings): Promise<void> {
    const [occasion, another] = reminder.occasions;
    const only = occasion && !another ? theLink(occasion.links) : null;
    const link = only && recognizeJoinLink(only.address);
    const hint = link ? ((await isCautionAhead(link)) ? 'checkWhoJoins' : 'reminderClick') : 'reminderChoose';
    await notifications.show(reminder.id, reminderWords(reminder, settings, words(hint)));
  }

  async function click(id: string): Promise<void> {
    await notifications.clear(id);
    const wait = createWait();
    await wait('diary', refreshing.refresh('byPerson').then(succeed));
    await openReminder(opening, reminderById(await occasionsNow(), id, clock.now()), clock.now(), wait);
  }

  function look(): Promise<void> {
    isChanged = true;
    looking ??= lookInTurn().finally(() => {
      looking = null;
    });
    return looking;
  }

  /** One look at a time; what changed meanwhile is looked at once more. */
  async function lookInTurn(): Promise<void> {
    while (isChanged) {
      isChanged = false;
      await run();
    }
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void look();
  });
  hearNews((news) => {
    if (news !== 'chats' && news !== 'ways') void look();
  });
  browser.permissions.onRemoved.addListener(() => void look());
  void look();

  return {
    look,
    async joined({ tab }, { callKey }) {
      if (tab?.foreignJar) return;
      await Promise.all([remembered.noteJoined({ mark: await markOfCall(callKey), at: clock.now() }), makeOfferDue()]);
      await look();
    },
    showExample: () =>
      notifications.show('example', { title: words('reminderExampleTitle'), message: words('reminderExample') }),
  };
}
