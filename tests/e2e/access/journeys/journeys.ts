import type { Journey } from '../journey.ts';
import { diaryJourneys } from './diary.ts';
import { linkingJourneys } from './linking.ts';
import { noticeJourneys } from './notice.ts';
import { pageJourneys } from './pages.ts';
import { popupJourneys } from './popup.ts';
import { sectionJourneys } from './section.ts';
import { settingsJourneys } from './settings.ts';
import { troubleJourneys } from './trouble.ts';

/** Every page of the extension and everything that stands in the diary, in every state. */
export const journeys: readonly Journey[] = [
  ...linkingJourneys,
  ...sectionJourneys,
  ...troubleJourneys,
  ...popupJourneys,
  ...pageJourneys,
  ...settingsJourneys,
  ...noticeJourneys,
  ...diaryJourneys,
];
