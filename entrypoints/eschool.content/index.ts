import './style.css';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createClock } from '@/lib/clock';
import { createDiaryClient } from '@/lib/diary/client';
import { shippedDiaries } from '@/lib/diary/diaries';
import type { DiaryAccount, Lesson } from '@/lib/diary/types';
import { answerBackground } from '@/lib/protocol/answer';
import { ask, MessageError } from '@/lib/protocol/send';
import type { MenuView, OpenOutcome } from '@/lib/protocol/views';
import { type Result, succeed } from '@/lib/result';
import { civilDateOf } from '@/lib/time';
import { words } from '@/lib/words';
import { createCornerButton } from './cornerButton';
import { createDiaryReader } from './diaryReader';
import { type Feature, keepInPage } from './feature';
import { createLessons } from './lessons';
import { readLabel, writeLabel } from './menuLabel';
import { createMenuItem } from './menuItem';
import { createSectionFrame } from './sectionFrame';

export default defineContentScript({
  matches: shippedDiaries.map(({ origin }) => `${origin}/personal-area/*`),
  runAt: 'document_start',
  main,
});

async function main(context: ContentScriptContext): Promise<void> {
  const clock = createClock();
  const client = createDiaryClient({ fetch: (...request) => fetch(...request), origin: location.origin, clock });
  const reader = createDiaryReader({ client, clock, onAccount });
  let zone: MenuView['zone'] | null = null;
  const linkedBefore = await readLabel(location.origin);

  const section = createSectionFrame((open) => {
    menuItem.setOpen(open);
    corner.setOpen(open);
  });
  const menuItem = createMenuItem({ linked: linkedBefore, onOpen: section.open, onLeave: section.close });
  const corner = createCornerButton({ isMenuThere: () => menuItem.isThere, onOpen: section.open, onClose: section.close });
  const lessons = createLessons({ reader, clock, zone: () => zone, match, open });
  const features: Feature[] = [menuItem, section, corner, lessons];
  const { refresh } = keepInPage(features, context.signal);

  context.addEventListener(window, 'hashchange', () => section.close());
  context.addEventListener(document, 'visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    reader.revive();
    void report(false);
  });

  answerBackground({
    'diary.account': async ({ fresh }) => ({ ...(await reader.account(fresh)), clockDifference: clock.measured }),
    'diary.lessons': readThisWeek,
    'diary.refresh': async () => {
      await report(false);
      lessons.forgetMatches();
      return null;
    },
    'section.leave': async () => {
      menuItem.focus();
      return null;
    },
  });

  await report(true);
  corner.start(context);

  function onAccount(account: DiaryAccount | null): void {
    lessons.clear();
    corner.setKnown(account !== null);
  }

  /** Tells the background who is signed in to the diary, and learns what the menu says. */
  async function report(fresh: boolean): Promise<void> {
    const account = await reader.account(fresh);
    if (!account.ok && account.problem.kind !== 'signedOut') return;
    try {
      const menu = await ask('diary.report', {
        account: account.ok ? account.value : null,
        clockDifference: clock.measured,
      });
      zone = menu.zone;
      menuItem.setLinked(menu.linked);
      writeLabel(location.origin, menu.linked);
      refresh();
    } catch (cause) {
      if (!(cause instanceof MessageError)) throw cause;
    }
  }

  async function readThisWeek(): Promise<Result<Lesson[]>> {
    const timeZone = zone?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const date = civilDateOf(clock.now(), timeZone);
    const week = await reader.schedule({ view: 'diary', span: 'week', date });
    return week.ok ? succeed(week.value.days.flatMap((day) => day.lessons)) : week;
  }

  async function match(wanted: Lesson[]) {
    return ask('lessons.match', { lessons: wanted }).catch(() => []);
  }

  async function open(target: { address: string } | { id: string }, say: (text: string) => void): Promise<void> {
    try {
      const outcome: OpenOutcome =
        'address' in target
          ? await ask('lesson.open', { ...target, anyway: false })
          : await ask('call.open', { ...target, anyway: false, background: false });
      // Who is signed in may not stand in the diary's page: the section says it.
      if (outcome.kind === 'conflict' || outcome.kind === 'ask' || outcome.kind === 'signedOut') section.open();
      else if (outcome.kind === 'gone') say(words('callGone'));
      else if (outcome.kind === 'problem') say(words('callFailed'));
    } catch (cause) {
      const orphaned = cause instanceof MessageError && cause.orphaned;
      say(words(orphaned ? 'reloadPage' : 'callFailed'));
    }
  }

}
