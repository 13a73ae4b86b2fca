import * as z from 'zod/mini';
import type { LiveCall, Readable, RecurrenceRule, ScheduledCall } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { callFields, chooseAddress, countParticipants, liveSchema } from './callFields';
import { joinPeople, nobody, type People, readPeople } from './people';
import { anything, clip, idNumber, isRecord, lenient, readItems, unixSeconds, whole, yesOrNo } from './read';

const hour = 60 * 60_000;

/** A videoconference that lasts longer is a mistake of the answer. */
const longestDuration = 7 * 24 * hour;

const longestName = 200;

/** Opaque and given back as it came; a longer one is none. */
const longestCursor = 2000;

const recurrenceRules: readonly RecurrenceRule[] = [
  'never',
  'daily',
  'weekly',
  'weekdays',
  'weekend',
  'monthly',
  'yearly',
];

const chatSchema = z.object({
  peer_id: whole,
  title: lenient(z.string()),
  call_in_progress: anything,
});

const scheduledSchema = z.object({
  ...callFields,
  name: lenient(z.string()),
  caller_id: lenient(whole),
  schedule: z.object({
    time: unixSeconds,
    // Zero and nonsense alike: unknown.
    duration: lenient(idNumber),
    recurrence_rule: lenient(z.enum(recurrenceRules)),
    recurrence_until_time: lenient(unixSeconds),
  }),
  chat: lenient(chatSchema),
  call_in_progress: anything,
});

const currentSchema = z.object({
  ...callFields,
  caller_id: lenient(whole),
  user_ids: lenient(z.array(z.unknown())),
  name: lenient(z.string()),
  chat: lenient(chatSchema),
});

const answerSchema = z.object({
  items: anything,
  profiles: anything,
  groups: anything,
  has_more: lenient(yesOrNo),
  next_from: lenient(z.string().check(z.maxLength(longestCursor))),
});

/** One page of `messages.getScheduledCalls`. */
export interface ScheduledPage extends Readable<ScheduledCall> {
  /** What to give back as `start_from`; `null` after the last page. */
  next: string | null;
}

/**
 * Reads `messages.getScheduledCalls`.
 *
 * @returns calls in the order of the answer with times in unix milliseconds, or `unreadable` when it is no list at all.
 *   A length that is not known counts as an hour, a rule that is not known as `never`.
 */
export function readScheduledAnswer(response: unknown): Result<ScheduledPage> {
  const answer = answerSchema.safeParse(response);
  if (!answer.success) return fail(problem('messenger', 'unreadable', 'messages.getScheduledCalls: no list'));
  const people = readPeople(answer.data);
  const read = readItems(answer.data.items, (raw) => readScheduledCall(raw, people));
  if (!read) return fail(problem('messenger', 'unreadable', 'messages.getScheduledCalls: no list'));
  const { has_more: hasMore, next_from: nextFrom } = answer.data;
  return succeed({ ...read, next: hasMore !== false && nextFrom ? nextFrom : null });
}

function readScheduledCall(raw: unknown, people: People): ScheduledCall | null {
  const call = scheduledSchema.safeParse(raw);
  if (!call.success) return null;
  const { schedule, chat } = call.data;
  const address = chooseAddress(call.data);
  // Without either there is nothing to tell it from others by, and reminders would repeat.
  const id = call.data.call_id ?? address;
  if (id === null || id === undefined) return null;
  const duration = (schedule.duration ?? 0) * 1000;
  return {
    id,
    name: clip(call.data.name ?? '', longestName),
    caller: people.get(call.data.caller_id ?? 0)?.name ?? '',
    address,
    chat: readCallChat(chat),
    start: schedule.time,
    duration: duration > 0 && duration <= longestDuration ? duration : hour,
    recurrence: schedule.recurrence_rule ?? 'never',
    until: schedule.recurrence_until_time ?? null,
    live: [call.data.call_in_progress, chat?.call_in_progress].some((current) => isSame(current, id, address)),
  };
}

/** Whether the call that is on is the scheduled one: several are planned in one chat. One that says nothing of itself is. */
function isSame(current: unknown, id: string, address: string | null): boolean {
  if (!isRecord(current)) return false;
  const call = liveSchema.safeParse(current);
  if (!call.success) return false;
  const currentAddress = chooseAddress(call.data);
  if (!call.data.call_id && currentAddress === null) return true;
  return call.data.call_id === id || (currentAddress !== null && currentAddress === address);
}

/**
 * Reads `messages.getCurrentCalls`.
 *
 * @param known people named by other answers: this one rarely names any
 * @returns calls with the caller's name as title (`joinLiveCalls` finds better ones), or `unreadable`
 */
export function readCurrentAnswer(response: unknown, known: People = nobody): Result<Readable<LiveCall>> {
  const answer = answerSchema.safeParse(response);
  if (!answer.success) return fail(problem('messenger', 'unreadable', 'messages.getCurrentCalls: no list'));
  const people = joinPeople(readPeople(answer.data), known);
  const read = readItems(answer.data.items, (raw) => readCurrentCall(raw, people));
  return read ? succeed(read) : fail(problem('messenger', 'unreadable', 'messages.getCurrentCalls: no list'));
}

function readCurrentCall(raw: unknown, people: People): LiveCall | null {
  const call = currentSchema.safeParse(raw);
  if (!call.success) return null;
  const address = chooseAddress(call.data);
  const id = call.data.call_id ?? address;
  if (id === null || id === undefined) return null;
  const chat = readCallChat(call.data.chat);
  const title = clip(call.data.name || chat?.title || people.get(call.data.caller_id ?? 0)?.name || '', longestName);
  // Nobody could say what it is, nor where one enters.
  if (title === '' && address === null && chat === null) return null;
  return {
    id,
    title,
    address,
    chat,
    participants: countParticipants(call.data.participants) || (call.data.user_ids?.length ?? 0),
  };
}

function readCallChat(chat: z.infer<typeof chatSchema> | null | undefined): { peerId: number; title: string } | null {
  return chat ? { peerId: chat.peer_id, title: clip(chat.title ?? '', longestName) } : null;
}
