import { callMessages } from './calls';
import { chatMessages } from './chats';
import { diariesMessages } from './diaries';
import { diaryMessages } from './diary';
import { invitationMessages } from './invitation';
import { lessonMessages } from './lessons';
import { linkingMessages } from './linking';
import { openingMessages } from './opening';
import { pageLinkMessages } from './pageLinks';
import { popupMessages } from './popup';
import { reminderMessages } from './reminders';
import { sectionMessages } from './section';
import { settingsMessages } from './settings';
import { supportMessages } from './support';
import { todayMessages } from './today';
import { vendorMessages } from './vendor';
import { wayMessages } from './ways';

/** Every message to the background, by name. Content scripts take its type alone: the schemas stay in the background. */
export const messages = {
  ...diaryMessages,
  ...diariesMessages,
  ...lessonMessages,
  ...openingMessages,
  ...sectionMessages,
  ...chatMessages,
  ...callMessages,
  ...linkingMessages,
  ...wayMessages,
  ...vendorMessages,
  ...invitationMessages,
  ...popupMessages,
  ...todayMessages,
  ...pageLinkMessages,
  ...reminderMessages,
  ...settingsMessages,
  ...supportMessages,
};

export type Messages = typeof messages;
