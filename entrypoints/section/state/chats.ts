import { batch, computed, signal } from '@preact/signals';
import type { ChatRow, ChatsView } from '@/lib/messages/chats';
import { ask } from '@/lib/messages/send';
import { failureOf } from './askingBackground';
import { isOutage } from './outage';

/** So many rows are asked for at once. */
const sliceSize = 50;

/** So many places stand there before it is known how many chats there are. */
const placesAtFirst = 8;

/** Letters typed within this time are searched for together, milliseconds. */
const typingPause = 120;

/** So long chats that were drawn before the section was opened may be believed, milliseconds. */
const preparedFor = 60_000;

/** What is known of the list as a whole. */
export type ChatsSummary = Omit<ChatsView, 'rows'>;

function slicesOf({ start, end }: { start: number; end: number }): number[] {
  const first = Math.floor(start / sliceSize);
  const last = Math.floor(Math.max(start, end - 1) / sliceSize);
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** Makes what a page knows of the chats: signals to draw from, and what changes them. */
export function createChatsState() {
  /** What the person has typed. */
  const query = signal('');
  /** «Только непрочитанные». */
  const unreadOnly = signal(false);
  /** `null` until the list is read. */
  const summary = signal<ChatsSummary | null>(null);
  /** How many chats hold something unread; 0 while that is not known. */
  const unread = computed(() => summary.value?.unread ?? 0);
  /** How many rows the list has, those that are not read yet included. */
  const count = signal(placesAtFirst);
  /** Rows as they were read, by the number of their slice. */
  const slices = signal<ReadonlyMap<number, readonly ChatRow[]>>(new Map());
  /** They are being read again because the person wants it. */
  const refreshing = signal(false);

  /** Answers to questions of an earlier generation are thrown away. */
  let generation = 0;
  let asked = new Set<number>();
  /** Nothing is read before it is known whose chats they are. */
  let mayRead = false;
  let seen = { start: 0, end: sliceSize };
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** The first rows asked for ahead, and what came of it as long as nobody has taken it up. */
  let ahead: { asking: Promise<ChatsView>; arrived: ChatsView | null } | null = null;
  /** Whose chats stand there before the section's own answer, and since when, unix milliseconds. */
  let prepared: { profileId: number; at: number } | null = null;

  function take(view: ChatsView, slice: number): void {
    const { rows, ...rest } = view;
    const before = summary.value;
    if (rest.withheld && isOutage(rest.problem) && before && !before.withheld) {
      summary.value = { ...before, problem: rest.problem };
      asked.delete(slice);
      return;
    }
    batch(() => {
      summary.value = rest;
      count.value = rest.count;
      slices.value = rest.withheld ? new Map() : new Map([...slices.value, [slice, rows]]);
    });
  }

  async function readSlice(slice: number, refresh: boolean): Promise<void> {
    const asking = generation;
    const searched = query.value.trim();
    asked.add(slice);
    const isPlain = searched === '' && !unreadOnly.value;
    const early = slice === 0 && isPlain && !refresh ? ahead : null;
    ahead = null;
    if (early?.arrived) {
      // At once, so that no empty places are drawn before the rows.
      take(early.arrived, slice);
      return;
    }
    try {
      const offset = slice * sliceSize;
      const request = { query: searched, unreadOnly: unreadOnly.value, offset, count: sliceSize, refresh };
      const view = await (early?.asking ?? ask('chats.read', request));
      if (asking === generation) take(view, slice);
    } catch (cause) {
      failureOf(cause);
      asked.delete(slice);
    }
  }

  /** Takes everything from the screen; the list keeps its length, so that nothing jumps. */
  function blank(): void {
    generation += 1;
    prepared = null;
    asked = new Set();
    batch(() => {
      refreshing.value = false;
      slices.value = new Map();
      summary.value = null;
    });
  }

  /** Other chats are wanted than before: from the list's beginning. */
  function readOthers(): void {
    seen = { start: 0, end: sliceSize };
    generation += 1;
    refreshing.value = false;
    asked = new Set();
    void readSlice(0, false);
  }

  return {
    query,
    unreadOnly,
    unread,
    summary,
    count,
    slices,
    refreshing,
    blank,
    /** The row at a place, or `undefined` while it is not read. */
    rowAt: (index: number): ChatRow | undefined => slices.value.get(Math.floor(index / sliceSize))?.[index % sliceSize],
    /**
     * Asks for the first rows while the background still finds out what to show: two questions on their way together take
     * half the time. Whether anybody may see them is judged with each answer.
     */
    readAhead(): void {
      const early = {
        asking: ask('chats.read', { query: '', unreadOnly: false, offset: 0, count: sliceSize, refresh: false }),
        arrived: null,
      };
      ahead = early;
      early.asking.then(
        (arrived) => Object.assign(early, { arrived }),
        // Whoever takes it up hears of its failure.
        () => undefined,
      );
    },
    /** What was asked ahead is not believed any more. */
    dropAhead(): void {
      ahead = null;
    },
    /** Draws what is held of the chats, while the section is not seen yet. */
    async prepare(): Promise<void> {
      const asking = generation;
      const held = await ask('section.prepare', {});
      if (!held || asking !== generation) return;
      prepared = { profileId: held.profileId, at: Date.now() };
      take(held.chats, 0);
    },
    /** The section is opened: what was drawn too long ago is not shown. */
    openPrepared(): void {
      if (prepared && Date.now() - prepared.at > preparedFor) blank();
    },
    /** Whether what stands there was drawn ahead for this profile. */
    isPreparedFor: (profileId: number | null): boolean => prepared !== null && prepared.profileId === profileId,
    /** Rows came into view: those that were never asked for are read. */
    onSeen(start: number, end: number): void {
      seen = { start, end };
      if (!mayRead) return;
      for (const slice of slicesOf(seen)) if (!asked.has(slice)) void readSlice(slice, false);
    },
    /**
     * Reads again what is seen, and forgets what is not. What stands there stays until the answers come.
     *
     * @param refresh asks VK, however young what is held is
     */
    async read(refresh = false): Promise<void> {
      generation += 1;
      const reading = generation;
      mayRead = true;
      refreshing.value = refresh;
      const wanted = slicesOf(seen);
      asked = new Set();
      const kept = new Map([...slices.value].filter(([slice]) => wanted.includes(slice)));
      if (kept.size !== slices.value.size) slices.value = kept;
      // The first question reads anew for all of them.
      const [first = 0, ...others] = wanted;
      const anew = readSlice(first, refresh);
      if (refresh) await anew;
      await Promise.all([anew, ...others.map((slice) => readSlice(slice, false))]);
      if (reading === generation) refreshing.value = false;
    },
    /** Searches as one types. */
    search(text: string): void {
      query.value = text;
      clearTimeout(typing);
      typing = setTimeout(readOthers, typingPause);
    },
    /** Shows the chats with something unread alone, or all. */
    filter(onlyUnread: boolean): void {
      unreadOnly.value = onlyUnread;
      readOthers();
    },
  };
}

/** The chats of this page. */
export const chats = createChatsState();
