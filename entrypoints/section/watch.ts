import { effect, untracked } from '@preact/signals';
import { failureOf, orphaned } from '@/entrypoints/section/state/askingBackground';
import { blankCalls, calls, readCalls } from '@/entrypoints/section/state/callsState';
import { chats } from '@/entrypoints/section/state/chats';
import { createLinkingWatch, type Look, lookInterval, lookOnReturn } from '@/entrypoints/section/state/linkingWatch';
import { act, readSection, shown } from '@/entrypoints/section/state/section';
import { startClock } from '@/entrypoints/section/state/sectionClock';
import type { News } from '@/lib/messages/news';
import { listenToNews } from '@/lib/messages/news';
import { ask, isOrphaned } from '@/lib/messages/send';

/**
 * The background asks VK when what it holds is 25 s old, and answers from that until then: asked so often a call appears and ends
 * within half a minute, whenever it was read last. Milliseconds.
 */
const liveInterval = 5000;

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}

/** Whose chats may be shown: the linked profile's, while it is signed in; `null` otherwise. */
function shownProfile(): number | null {
  const view = shown.value;
  return view.kind === 'linked' && view.presence.kind === 'here' ? view.profile.id : null;
}

/** Lessons with links of their own are there whoever is signed in, linked or not. */
function hasLessons(): boolean {
  const { kind } = shown.value;
  return kind === 'linked' || kind === 'unlinked' || kind === 'linksOnly';
}

async function onNews(news: News): Promise<void> {
  if (news === 'session') {
    // Whoever is signed in now, what was shown of the one before leaves the screen first.
    chats.dropAhead();
    chats.blank();
    blankCalls();
    await readSection();
    await readLists();
    return;
  }
  if (news === 'linking' || news === 'ways') await readSection();
  else if (news === 'chats' && isShown()) await chats.read();
  else if (news === 'calls' && hasLessons()) await readCalls();
}

function isShown(): boolean {
  return shownProfile() !== null;
}

/** What belongs below the profile, or below linking. */
async function readLists(): Promise<void> {
  await Promise.all([isShown() ? chats.read() : null, hasLessons() ? readCalls() : null]);
}

/** The page is looked at again: whatever waits for the person may have come about meanwhile. */
function onReturn(): void {
  if (!isVisible()) return;
  if (isOrphaned()) {
    orphaned.value = true;
    return;
  }
  const view = shown.peek();
  if (view.kind === 'unlinked') lookAtLinking(lookOnReturn(view));
  if (view.kind === 'unlinked' || view.kind === 'linksOnly') void readCalls();
  else if (view.kind === 'linked' && view.presence.kind === 'here') void readLists();
  else if (view.kind === 'linked' || view.kind === 'diaryUnavailable') void readSection();
}

function lookAtLinking(look: Look): void {
  if (look === 'look') void act('look');
  else if (look === 'read') void readSection();
}

/** A change of who is shown, seen from the signal: lists are read, or taken from the screen. */
function followProfile(): void {
  let before: { profile: number | null; lessons: boolean } = { profile: null, lessons: false };
  effect(() => {
    const after = { profile: shownProfile(), lessons: hasLessons() };
    const { profile, lessons } = before;
    before = after;
    // Whoever comes to be shown later needs an answer of their own.
    if (after.profile === null && shown.value.kind !== 'loading') chats.dropAhead();
    if (profile === after.profile && lessons === after.lessons) return;
    untracked(() => {
      if (!chats.isPreparedFor(after.profile)) chats.blank();
      blankCalls();
      // What is seen first comes first.
      const reading = after.profile === null ? Promise.resolve() : chats.read();
      if (after.lessons) void reading.then(() => readCalls());
    });
  });
}

/** Who is signed in cannot be said now: an outage leaves what is shown and says so; anything else takes it away. */
async function readWithheld(): Promise<void> {
  await readLists();
  if (chats.summary.peek()?.withheld) await readSection();
}

async function lookLive(): Promise<void> {
  try {
    const { changed, withheld } = await ask('calls.live', {});
    if (withheld) await readWithheld();
    else if (changed) await readLists();
  } catch (cause) {
    failureOf(cause);
  }
}

/** Once the pause that VK asked for is over, reading goes on by itself. */
function createRetry(): (now: number) => void {
  let triedFor = 0;
  return (now) => {
    const retryAt = Math.max(chats.summary.peek()?.problem?.retryAt ?? 0, calls.peek()?.problem?.retryAt ?? 0);
    if (retryAt === 0 || retryAt > now || retryAt === triedFor) return;
    triedFor = retryAt;
    void chats.read(true).then(() => readCalls());
  };
}

/** Keeps the page true: news from the background, the clock, coming back to the page, and what is asked at intervals. */
export function watch(): void {
  listenToNews((news) => void onNews(news));
  followProfile();
  startClock(createRetry());
  window.addEventListener('focus', onReturn);
  document.addEventListener('visibilitychange', onReturn);
  setInterval(() => {
    if (isVisible() && isShown() && !orphaned.peek()) void lookLive();
  }, liveInterval);
  const nextLook = createLinkingWatch();
  setInterval(() => {
    if (isVisible() && !orphaned.peek()) lookAtLinking(nextLook(shown.peek()));
  }, lookInterval);
}
