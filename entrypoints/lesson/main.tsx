import '@/components/theme/outside';
import { render } from 'preact';
import { saveToCalendar } from '@/components/calls/saveToCalendar';
import { LessonPage } from '@/components/lesson/LessonPage';
import { readLessonPage } from '@/lib/calls/lessonPage';
import type { LessonPageView } from '@/lib/messages/lessons';
import { listenToNews } from '@/lib/messages/news';
import { ask } from '@/lib/messages/send';
import { createTurns } from '@/lib/turns';

const root = document.getElementById('lesson');
const place = readLessonPage(location.hash);
const turn = createTurns();

async function read(): Promise<LessonPageView | null> {
  return place && ask('lesson.read', place).catch(() => null);
}

async function show(): Promise<void> {
  const isLast = turn();
  const view = await read();
  if (!root || !isLast()) return;
  const now = Date.now() + (view?.clockOffset ?? 0);
  const save = (row: LessonPageView['rows'][number]) => view && saveToCalendar(row, now, view.timeZone);
  render(<LessonPage view={view} now={now} onCalendar={save} />, root);
}

// Another person at the diary or at VK: what is shown of the first goes.
listenToNews((news) => {
  if (news === 'session') void show();
});
void show();
