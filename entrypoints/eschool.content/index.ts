import './page/button.css';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createDiaryReader } from '@/entrypoints/eschool.content/lessons/diaryReader';
import { createJoining } from '@/entrypoints/eschool.content/lessons/joining';
import { createLessonHint } from '@/entrypoints/eschool.content/lessons/lessonHint';
import { createLessons } from '@/entrypoints/eschool.content/lessons/lessons';
import { ownRequest, watchPageRequests } from '@/entrypoints/eschool.content/lessons/pageRequests';
import { createCornerButton } from '@/entrypoints/eschool.content/page/cornerButton';
import { removeLeftovers } from '@/entrypoints/eschool.content/page/element';
import { keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { createMenuItem, readLinkedBefore } from '@/entrypoints/eschool.content/page/menuItem';
import { createSectionFrame } from '@/entrypoints/eschool.content/page/sectionFrame';
import { createVendorGuard } from '@/entrypoints/eschool.content/page/vendorGuard';
import { createClock } from '@/lib/clock';
import { createDiaryClient } from '@/lib/diary/client';
import { shippedDiaries } from '@/lib/diary/diaries';
import { markupOf } from '@/lib/diary/page/markup';
import type { DiaryAccount, Lesson } from '@/lib/diary/types';
import { answerBackground } from '@/lib/messages/answer';
import type { QuestionsToDiary } from '@/lib/messages/askTab';
import type { MenuView } from '@/lib/messages/diary';
import { ask, MessageError } from '@/lib/messages/send';
import { type Result, succeed } from '@/lib/result';
import { civilDateOf, computerTimeZone } from '@/lib/time';

export default defineContentScript({
  matches: shippedDiaries.map(({ origin }) => `${origin}/personal-area/*`),
  runAt: 'document_start',
  main,
});

async function main(context: ContentScriptContext): Promise<void> {
  const { signal } = context;
  removeLeftovers();
  const clock = createClock();
  const markup = markupOf(shippedDiaries.find(({ origin }) => origin === location.origin)?.markup);
  const client = createDiaryClient({
    fetch: (address, init) => fetch(address + ownRequest, init),
    origin: location.origin,
    endpoints: markup.endpoints,
    clock,
  });
  const reader = createDiaryReader({ client, clock, onAccount });
  let menu: MenuView | null = null;
  /** The page itself has chosen another child: what it renders from then on is that child's. */
  let choseChild = false;
  const linkedBefore = await readLinkedBefore(location.origin);

  const section = createSectionFrame(
    {
      markup,
      isLinked: () => menu?.linked ?? linkedBefore,
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
  const corner = createCornerButton(
    { hasMenu: () => menuItem.hasMenu, onOpen: section.open, onClose: section.close },
    signal,
  );
  const guard = createVendorGuard(
    markup,
    () =>
      ask('vendor.clicked', {}).then(
        ({ stops }) => stops,
        () => false,
      ),
    section.open,
  );
  const hint = createLessonHint();
  const lessons = createLessons({
    markup,
    reader,
    clock,
    zone: () => menu?.zone ?? null,
    isLinked: () => menu?.linked ?? false,
    findLinks: (wanted) => ask('lessons.links', { lessons: wanted }).catch(() => null),
    match: (wanted) => ask('lessons.match', { lessons: wanted }).catch(() => []),
    open: createJoining({ openSection: section.open, onJoined: hint.showAt }),
  });
  const { refresh } = keepInPage([menuItem, section, corner, guard, lessons, hint], signal);

  context.addEventListener(document, 'visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    reader.revive();
    void report(false).then(lessons.revive);
  });
  watchPageRequests(markup, { onChildChosen, onDaysRead: lessons.pageRead }, signal);

  answerBackground<QuestionsToDiary>({
    'diary.account': async ({ fresh }) => ({ ...(await reader.account(fresh)), clockDifference: clock.measured }),
    'diary.shown': () => reader.lastAccount,
    'diary.lessons': readThisWeek,
    'diary.refresh': async ({ person }) => {
      guard.doubt();
      await report(person);
      lessons.forgetMatches();
    },
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

  await report(true);

  function onAccount(account: DiaryAccount | null, before: DiaryAccount | null): void {
    lessons.clear();
    corner.setKnown(account !== null);
    if (!before || choseChild) return;
    lessons.withdraw(performance.now());
  }

  async function onChildChosen(at: number): Promise<void> {
    choseChild = true;
    lessons.clear();
    lessons.withdraw(at);
    await report(true, true);
    choseChild = false;
    refresh();
  }

  /** Tells the background who is signed in to the diary, and learns what the menu says. */
  async function report(fresh: boolean, childChosen = false): Promise<void> {
    const account = await reader.account(fresh);
    if (signal.aborted || (!account.ok && account.problem.kind !== 'signedOut')) return;
    try {
      menu = await ask('diary.report', {
        account: account.ok ? account.value : null,
        clockDifference: clock.measured,
        childChosen,
      });
      menuItem.setLinked(menu.linked);
      refresh();
    } catch (cause) {
      if (!(cause instanceof MessageError)) throw cause;
    }
  }

  async function readThisWeek(): Promise<Result<Lesson[]>> {
    const date = civilDateOf(clock.now(), menu?.zone.timeZone ?? computerTimeZone());
    const week = await reader.schedule({ view: 'diary', span: 'week', date });
    return week.ok ? succeed(week.value.days.flatMap((day) => day.lessons)) : week;
  }
}
