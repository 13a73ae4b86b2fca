import type { Goal } from '@/lib/conflict/ways';
import type { DiaryAccount, Lesson } from '@/lib/diary/types';
import type { Result } from '@/lib/result';
import type {
  CallsView,
  ChatsView,
  HeldChats,
  LessonCall,
  LessonLinkView,
  MenuView,
  NoticeView,
  OpenOutcome,
  PastedView,
  PopupView,
  SectionView,
  SignInAgainView,
  WaysView,
} from './views';

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
  | 'invitation'
  /** The notice: an extension page framed by one of Сферум's pages. */
  | 'notice';

/** Messages to the background. */
export interface ToBackground {
  /** The page was loaded or became visible: who is signed in to the diary, and how its clock stands. */
  'diary.report': Exchange<
    {
      account: DiaryAccount | null;
      clockDifference: number | null;
      /** The person has just chosen another child there: other tabs of the diary show the first one's days still. */
      childChosen: boolean;
    },
    MenuView
  >;
  /** Links that stand at lessons themselves. Recognising them is no work for the page's thread. */
  'lessons.links': Exchange<{ lessons: Lesson[] }, LessonLinkView[]>;
  /** Calls for lessons that have no link of their own. */
  'lessons.match': Exchange<{ lessons: Lesson[] }, LessonCall[]>;
  /**
   * Opens a lesson's own link, recognised again before it is opened. When `patience` milliseconds did not tell who is signed
   * in, it opens.
   */
  'lesson.open': Exchange<{ address: string; anyway: boolean; patience: number }, OpenOutcome>;
  /** Opens a call or a chat of the linked profile by its opaque id. */
  'call.open': Exchange<
    { id: string; anyway: boolean; background: boolean; patience?: number | undefined },
    OpenOutcome
  >;
  'chat.open': Exchange<{ peerId: number; anyway: boolean; background: boolean }, OpenOutcome>;
  /** «Перейти в Сферум». */
  'messenger.open': Exchange<{ anyway: boolean; background: boolean }, OpenOutcome>;
  /** What the person wanted to open in the diary's page is let be: «Нет», «Скрыть». */
  'pending.forget': Exchange<Record<string, never>, null>;
  /** The person reaches for the section: the chats that may be shown at once. Nobody outside is asked. */
  'section.prepare': Exchange<Record<string, never>, HeldChats | null>;
  'section.read': Exchange<Record<string, never>, SectionView>;
  'chats.read': Exchange<{ query: string; offset: number; count: number; refresh: boolean }, ChatsView>;
  'calls.read': Exchange<{ refresh: boolean }, CallsView>;
  /** One light request while the section is open and visible; `withheld`: nobody can say now whose chats these are. */
  'calls.live': Exchange<Record<string, never>, { changed: boolean; withheld: boolean }>;
  'linking.act': Exchange<{ action: LinkingAction; profileId?: number | undefined }, SectionView>;
  /** «Отвязать учетную запись» → «Да». */
  'link.remove': Exchange<Record<string, never>, { consent: 'withdrawn' | 'byHand' | 'none' }>;
  /** A link that was not used for long: «Оставить». */
  'link.keep': Exchange<Record<string, never>, null>;
  /** The person closes the section from inside, or leaves the frame with the keyboard. */
  'section.leave': Exchange<Record<string, never>, null>;

  /** An invitation was opened, or the session changed while it is open: whether the notice must cover it. */
  'invitation.check': Exchange<{ address: string }, { conflict: boolean }>;
  'notice.read': Exchange<{ address: string }, NoticeView>;
  /** «Всё равно открыть страницу»: the notice is taken away. */
  'notice.leave': Exchange<Record<string, never>, null>;
  /** The ways out to a goal. `tabId` is the diary's tab where a page without a tab of its own asks. */
  'ways.read': Exchange<WaysRequest, WaysView>;
  'ways.act': Exchange<WaysRequest & { act: WayAct }, WaysView>;
  /** Who may sign in again; `forget` ends the reminder, `open` opens the page for it. */
  'signInAgain.read': Exchange<Record<string, never>, SignInAgainView>;
  'signInAgain.act': Exchange<{ act: 'open' | 'forget' }, SignInAgainView>;
  /** `tabId` is the tab in front. */
  'popup.read': Exchange<{ tabId: number | null }, PopupView>;
  'popup.checkLink': Exchange<{ tabId: number | null; text: string }, PastedView>;
  'popup.openLink': Exchange<{ address: string }, null>;
  'popup.openSection': Exchange<{ tabId: number }, null>;
  /** The vendor's own linking button was stopped because somebody else is signed in. */
  'vendor.stopped': Exchange<Record<string, never>, null>;
  /** «Всё равно продолжить»: the vendor's button goes on. */
  'vendor.proceed': Exchange<Record<string, never>, null>;
}

export interface WaysRequest {
  goal: Goal;
  tabId: number | null;
}

/** What the person does with the ways. */
export type WayAct =
  | 'openPrivateWindow'
  /** Chrome's page of this extension, where private windows are allowed. */
  | 'openSettings'
  | 'openContainer'
  | 'beginSignOut'
  /** «Показать страницу ещё раз». */
  | 'showSignOut'
  /** Looks whether the person has left: «Я вышел», and every 5 s while waiting is seen. */
  | 'lookForSignOut'
  | 'cancel';

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
  /** Links or sessions changed: ask again. `person`: another child may have been chosen, too. */
  'diary.refresh': Exchange<{ person: boolean }, void>;
  /** Gives focus back to the menu item. */
  'section.leave': Exchange<Record<string, never>, void>;
  /** Opens the section. */
  'section.open': Exchange<Record<string, never>, void>;
  /** Lets the vendor's own button go on. */
  'vendor.proceed': Exchange<Record<string, never>, void>;
}

/** Messages from the background to the content script of Сферум's pages. */
export interface ToInvitation {
  /** The session changed, or the page moved on to this address without loading: ask again. */
  'invitation.recheck': Exchange<{ address: string }, null>;
  /** The person wants to see the page all the same. */
  'invitation.uncover': Exchange<Record<string, never>, null>;
}

/** News for the extension's open pages: no content, only what to read again. */
export type News = 'linking' | 'session' | 'chats' | 'calls' | 'ways';

export type Name<Map> = keyof Map & string;
export type RequestOf<Map, Key extends keyof Map> = Map[Key] extends Exchange<infer Request, unknown> ? Request : never;
export type ResponseOf<Map, Key extends keyof Map> =
  Map[Key] extends Exchange<never, infer Response>
    ? Response
    : Map[Key] extends { response: infer Answer }
      ? Answer
      : never;
