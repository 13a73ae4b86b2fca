import type { Person } from '@/entrypoints/background/diary/personReading';
import type { Sender } from '@/entrypoints/background/sender';
import type { MatchedLessons } from '@/lib/calls/matching/types';
import type { Lesson } from '@/lib/diary/types';
import type { Wait } from '@/lib/inTime';
import type { Messages } from '@/lib/messages/all';
import type { CallsView } from '@/lib/messages/calls';
import type { ChatsView, ChatsWanted, HeldChats } from '@/lib/messages/chats';
import type { LessonCall, LessonPageView } from '@/lib/messages/lessons';
import type { AnswerOf } from '@/lib/messages/message';
import type { Held } from '@/lib/messenger/keepers/held';

/** The linked profile's chats and calls, and the lessons that they belong to, for whoever shows them. */
export interface Lists {
  /** The first chats as they are held, without photos; `null` where somebody outside would have to be asked. */
  held(sender: Sender): Promise<HeldChats | null>;
  chats(sender: Sender, wanted: ChatsWanted): Promise<ChatsView>;
  calls(sender: Sender, refresh: boolean): Promise<CallsView>;
  /** The lessons of the week of a moment, unix milliseconds, or of this week, of the diary of a tab. */
  weekOf(sender: Sender, moment: number | null): Promise<Lesson[]>;
  /** What leads into the lesson that begins at a moment and has this number in its week. */
  ofLesson(sender: Sender, start: number | null, index: number): Promise<LessonPageView | null>;
  /** One light look at what is on now; whether something changed. */
  live(sender: Sender): Promise<AnswerOf<Messages['calls.live']>>;
  /** Calls of lessons that have no link of their own. */
  match(sender: Sender, lessons: Lesson[]): Promise<LessonCall[]>;
  /** What is known of the calls of lessons, as held: why some were not taken, too. Calls are not asked for. */
  explain(sender: Sender, lessons: readonly Lesson[], wait: Wait): Promise<MatchedLessons>;
  /** What is held of the profile linked to a person, where it may be shown; `null` where it may not. */
  heldOf(sender: Sender, person: Person): Promise<Held | null>;
}
