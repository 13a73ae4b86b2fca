import type { DiaryAccount, Lesson } from '../diary/types';
import type { Result } from '../result';
import type { CallsView, ChatsView, LessonCall, MenuView, OpenOutcome, SectionView } from './views';

interface Exchange<Request, Response> {
  request: Request;
  response: Response;
}

/** Who may send a message to the background; judged from the browser's own account of the sender, never from the message. */
export type SenderKind =
  /** The content script in the top frame of a diary that the extension knows. */
  | 'diary'
  /** The section: an extension page framed by such a diary. */
  | 'section'
  /** Any other page of the extension. */
  | 'page'
  /** The content script on Сферум's pages. */
  | 'invitation';

/** Messages to the background. */
export interface ToBackground {
  /** The page was loaded or became visible: who is signed in to the diary, and how its clock stands. */
  'diary.report': Exchange<{ account: DiaryAccount | null; clockDifference: number | null }, MenuView>;
  /** Calls for lessons that have no link of their own. */
  'lessons.match': Exchange<{ lessons: Lesson[] }, LessonCall[]>;
  /** Opens a lesson's own link, recognised again before it is opened. */
  'lesson.open': Exchange<{ address: string; anyway: boolean }, OpenOutcome>;
  /** Opens a call or a chat of the linked profile by its opaque id. */
  'call.open': Exchange<{ id: string; anyway: boolean; background: boolean }, OpenOutcome>;
  'chat.open': Exchange<{ peerId: number; anyway: boolean; background: boolean }, OpenOutcome>;
  /** «Перейти в Сферум». */
  'messenger.open': Exchange<{ anyway: boolean; background: boolean }, OpenOutcome>;
  'section.read': Exchange<Record<string, never>, SectionView>;
  'chats.read': Exchange<{ query: string; offset: number; count: number; refresh: boolean }, ChatsView>;
  'calls.read': Exchange<{ refresh: boolean }, CallsView>;
  /** One light request while the section is open and visible. */
  'calls.live': Exchange<Record<string, never>, { changed: boolean }>;
  'linking.act': Exchange<{ action: LinkingAction; profileId?: number | undefined }, SectionView>;
  /** «Отвязать учетную запись» → «Да». */
  'link.remove': Exchange<Record<string, never>, { consent: 'withdrawn' | 'byHand' | 'none' }>;
  /** The person closes the section from inside, or leaves the frame with the keyboard. */
  'section.leave': Exchange<Record<string, never>, null>;
}

/** What the person does in linking. */
export type LinkingAction =
  | 'begin'
  | 'createProfile'
  | 'recheck'
  | 'choose'
  | 'chooseAgain'
  | 'confirm'
  | 'confirmSamePerson'
  | 'cancel';

/** Messages from the background to the content script of a diary. */
export interface ToDiary {
  /** Who is signed in: asked anew from the diary when `fresh`. */
  'diary.account': Exchange<{ fresh: boolean }, Result<DiaryAccount> & { clockDifference: number | null }>;
  /** This week's lessons of the chosen pupil. */
  'diary.lessons': Exchange<Record<string, never>, Result<Lesson[]>>;
  /** Links or sessions changed: ask again. */
  'diary.refresh': Exchange<Record<string, never>, null>;
  /** Gives focus back to the menu item. */
  'section.leave': Exchange<Record<string, never>, null>;
}

/** News for the extension's open pages: no content, only what to read again. */
export type News = 'linking' | 'session' | 'chats' | 'calls';

export type Name<Map> = keyof Map & string;
export type RequestOf<Map, Key extends keyof Map> = Map[Key] extends Exchange<infer Request, unknown> ? Request : never;
export type ResponseOf<Map, Key extends keyof Map> =
  Map[Key] extends Exchange<never, infer Response> ? Response : Map[Key] extends { response: infer Answer } ? Answer : never;
