import { browser } from 'wxt/browser';
import { findDiary } from '@/entrypoints/background/diaries/addedDiaries';
import type { HandlersOf } from '@/entrypoints/background/serve';
import type { TodayKeeper } from '@/entrypoints/background/today/types';
import { diaryName } from '@/lib/diary/origin';
import type { RemindersView, reminderMessages } from '@/lib/messages/reminders';
import { choose, forgetWithdrawn, readChosen } from './chosen';
import { answerOffer, isOfferDue } from './offer';
import type { Reminders } from './reminders';

/** «Напоминания» of the settings, and their offer in the popup. */
export function createReminderHandlers(reminders: Reminders, today: TodayKeeper): HandlersOf<typeof reminderMessages> {
  async function read(): Promise<RemindersView> {
    const [chosen, known] = await Promise.all([readChosen(), today.known()]);
    const assumed = known.filter(({ person }) => person.isZoneAssumed).map(({ person }) => person.account.origin);
    const diaries = await Promise.all(assumed.map(findDiary));
    return {
      ...chosen,
      isPrivate: browser.extension.inIncognitoContext,
      withoutZone: diaries.flatMap((diary) => (diary ? [diaryName(diary)] : [])),
    };
  }

  return {
    'reminders.read': read,
    async 'reminders.choose'({ settings }) {
      await choose(settings);
      if (settings.areOn) await answerOffer();
      void reminders.look();
      return read();
    },
    'reminders.example': reminders.showExample,
    async 'reminders.readOffer'() {
      if ((await readChosen()).isWithdrawn) return 'withdrawn';
      return (await isOfferDue()) ? 'offered' : null;
    },
    async 'reminders.answerOffer'() {
      await Promise.all([answerOffer(), forgetWithdrawn()]);
      return null;
    },
  };
}
