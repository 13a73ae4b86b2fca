import './page/button.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsking } from '@/entrypoints/eschool.content/lessons/asking';
import { createJoining } from '@/entrypoints/eschool.content/lessons/joining';
import { createLessons } from '@/entrypoints/eschool.content/lessons/lessons';
import { createPersonReader } from '@/entrypoints/eschool.content/lessons/pagePerson';
import { ownRequest, watchPageRequests } from '@/entrypoints/eschool.content/lessons/pageRequests';
import { createCornerButton } from '@/entrypoints/eschool.content/page/cornerButton';
import { sweepDead } from '@/entrypoints/eschool.content/page/element';
import { keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { createMenuItem, readLinkedBefore } from '@/entrypoints/eschool.content/page/menuItem';
import { createSectionFrame } from '@/entrypoints/eschool.content/page/sectionFrame';
import { createVendorGuard } from '@/entrypoints/eschool.content/page/vendorGuard';
import { shippedPatterns, unusualDiaries } from '@/lib/diary/diaries';
import { askDiary } from '@/lib/diary/diaryClient';
import { placeMarkupOf } from '@/lib/diary/page/markup';
import { answerBackground } from '@/lib/messages/answer';
import type { QuestionsToDiary } from '@/lib/messages/askTab';
import type { MenuView, PersonView } from '@/lib/messages/diary';
import { ask, isOrphaned, MessageError } from '@/lib/messages/send';
import { onceActivated } from '@/lib/onceActivated';
import { takeOver } from '@/lib/takeOver';

export default defineContentScript({
  matches: [...shippedPatterns],
  runAt: 'document_start',
  main,
});

async function main(): Promise<void> {
  await onceActivated();
  const end = takeOver('diary');
  const { signal } = end;
  /** How far the diary's clock is ahead of the computer's, and what of it is believed, milliseconds. */
  let clockDifference: number | null = null;
  let clockOffset = 0;
  const markup = placeMarkupOf(unusualDiaries.find(({ origin }) => origin === location.origin)?.markup);
  let menu: MenuView | null = null;
  /** The page itself has chosen another child: what it renders from then on is that child's. */
  let choseChild = false;
  const linkedBefore = await readLinkedBefore();
  if (signal.aborted) return;
  sweepDead(document, true);

  const askPage = (endpoint: string) =>
    askDiary(
      (address, init) => fetch(address, init),
      location.origin + endpoint + ownRequest,
      (difference) => {
        clockDifference = difference;
      },
    );
  const person = createPersonReader({
    ask: () => askPage(markup.endpoints.person),
    report: (answer, childChosen, isNew) =>
      orNull(ask('diary.report', { answer, childChosen, isNew, clockDifference })),
    onRead,
    onChange,
    onFound: () => refresh(),
  });
  const asking = createAsking({
    person,
    ask: askPage,
    place: (turn, page, answers) => orNull(ask('lessons.place', { turn, page, answers })),
    onRead: () => lessons.look(),
  });

  const section = createSectionFrame(
    {
      markup,
      isLinked: () => menu?.linked ?? linkedBefore,
      isAlive,
      onToggle(open) {
        menuItem.setOpen(open);
        corner.setOpen(open);
      },
    },
    signal,
  );
  const menuItem = createMenuItem({
    markup,
    linked: linkedBefore,
    onReach: section.prepare,
    onOpen: section.open,
    onLeave: section.close,
    onMenu: () => corner.refresh(),
  });
  const corner = createCornerButton({
    hasMenu: () => menuItem.hasMenu,
    onOpen: section.open,
    onClose: section.close,
  });
  const guard = createVendorGuard(
    markup,
    () =>
      ask('vendor.clicked', {}).then(
        ({ stops }) => stops,
        () => false,
      ),
    section.open,
  );
  const lessons = createLessons({
    markup,
    asking,
    now: () => Date.now() + clockOffset,
    menu: () => menu,
    open: createJoining({ openSection: section.open, onJoined: () => void orNull(ask('lesson.hint', {})) }),
    more: ({ id, interval }) => void orNull(ask('lesson.more', { id, start: interval?.start ?? null })),
  });
  const { refresh } = keepInPage([menuItem, section, corner, guard, lessons], end);

  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden) void lookAgain(false);
    },
    { signal },
  );
  window.addEventListener('focus', () => void lookAgain(false), { signal });
  // Nothing of a person stays in a page that the browser keeps in memory.
  window.addEventListener('pagehide', () => menuItem.setUnread(0), { signal });
  // Out of the page cache: another person may have signed in since.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) void lookAgain(true);
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    person.stop();
    asking.clear();
  });

  answerBackground<QuestionsToDiary>({
    'diary.account': async ({ fresh }) => ({
      answer: await person.answer(fresh),
      origin: location.origin,
      clockDifference,
    }),
    'diary.shown': () => person.shown && { answer: person.shown, origin: location.origin },
    'diary.answers': ({ addresses, fresh }) => asking.answers(addresses, fresh),
    'diary.unread': menuItem.setUnread,
    'diary.refresh': async ({ person: isDoubted }) => {
      guard.doubt();
      if (isDoubted) await person.read(true);
      else await person.reportAgain();
      asking.readAgain();
    },
    'lessons.calls': ({ turn, calls }) => asking.setCalls(turn, calls),
    'section.leave': () => {
      section.leave();
      (menuItem.hasMenu ? menuItem : corner).focus();
    },
    'section.open': section.open,
    'vendor.proceed': () => {
      section.close();
      guard.proceed();
    },
  });

  await person.read(true);
  if (signal.aborted) return;
  // Nothing is shown before somebody is known: what the page has asked meanwhile is heard now, all at once.
  watchPageRequests(markup, { onChildChosen, onDaysRead: lessons.pageRead }, signal);
  refresh();

  function onRead(read: PersonView): void {
    if (signal.aborted) return;
    clockOffset = read.clockOffset;
    if (!read.menu) return;
    menu = read.menu;
    // Signed out, nobody's label is the right one: the last one stays.
    if (read.view !== null) menuItem.setLinked(menu.linked);
    menuItem.setUnread(menu.unread);
    corner.setKnown(read.view !== null);
  }

  function onChange(before: string | null): void {
    lessons.clear();
    asking.clear();
    if (before !== null && !choseChild) lessons.withdraw(performance.now());
  }

  async function onChildChosen(at: number): Promise<void> {
    choseChild = true;
    lessons.clear();
    asking.clear();
    lessons.withdraw(at);
    await person.read(true, true);
    choseChild = false;
    refresh();
  }

  /** Whether the extension is there still; what is left of one that is not goes. */
  function isAlive(): boolean {
    if (isOrphaned()) end.abort();
    return !signal.aborted;
  }

  /** The page is looked at again. */
  async function lookAgain(isDoubted: boolean): Promise<void> {
    if (!isAlive()) return;
    await (isDoubted ? person.read(true) : person.look());
    asking.look();
    lessons.revive();
  }
}

/** What the background answered; `null` where it did not, or is gone. */
async function orNull<Answer>(answering: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answering;
  } catch (cause) {
    if (!(cause instanceof MessageError)) throw cause;
    return null;
  }
}
