import { readWriting } from '@/lib/diary/answers/fields';
import type { IndividualHomework, Lesson } from '@/lib/diary/types';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { parseWallTime } from '@/lib/time';

/** An id as VK's are. */
export const callId = 'Zm9yLXRlc3RzLW9ubHktYWxnZWJyYS0wMQ';

type Written = 'theme' | 'homework' | 'comment' | 'remarks';

/** A lesson with its texts as the diary sends them. */
export type SentLesson = Partial<Omit<Lesson, Written | 'individualHomework'>> &
  Partial<Record<Written, string>> & { individualHomework?: (Omit<IndividualHomework, 'text'> & { text: string })[] };

export function lesson(discipline: string, times = '10:20-11:00', rest: SentLesson = {}): Lesson {
  const [begin, end] = times.split('-');
  const date = rest.date ?? '2026-11-23';
  return {
    id: `${date} ${times} ${discipline}`,
    date,
    index: null,
    discipline,
    begin: parseWallTime(begin),
    end: parseWallTime(end),
    teacher: '',
    office: '',
    type: '',
    mark: '',
    attendance: '',
    materials: [],
    ...rest,
    theme: readWriting(rest.theme),
    homework: readWriting(rest.homework),
    comment: readWriting(rest.comment),
    remarks: readWriting(rest.remarks),
    said: [],
    individualHomework: (rest.individualHomework ?? []).map((task) => ({ ...task, text: readWriting(task.text) })),
  };
}

let count = 0;

/** An address of a call of its own for each name, as a teacher writes it. */
export function addressOf(name: string): string {
  return `https://vk.com/call/join/${idOf(name)}`;
}

/** The same, as it is opened. */
export function openedAddressOf(name: string): string {
  return `https://web.vk.me/call/join/${idOf(name)}`;
}

function idOf(name: string): string {
  return `for-tests-only-${[...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1e9, 7)}`;
}

/** @param from wall clock of Khakassia on 23 November 2026, or an ISO instant */
export function scheduledCall(name: string, from = '10:20', rest: Partial<ScheduledCall> = {}): ScheduledCall {
  return {
    id: `scheduled ${++count}`,
    name,
    caller: '',
    address: addressOf(`${name}${count}`),
    chat: null,
    start: at(from),
    duration: 40 * 60_000,
    recurrence: 'never',
    until: null,
    live: false,
    ...rest,
  };
}

export function liveCall(chatTitle: string, rest: Partial<LiveCall> = {}): LiveCall {
  return {
    id: `live ${++count}`,
    title: chatTitle,
    address: addressOf(`${chatTitle}${count}`),
    chat: { peerId: 2_000_000_001, title: chatTitle },
    participants: 12,
    ...rest,
  };
}

/** An instant: «10:20» on 23 November 2026 in Khakassia, or ISO text. */
export function at(text: string): number {
  return Date.parse(text.length <= 5 ? `2026-11-23T${text}:00+07:00` : text);
}
