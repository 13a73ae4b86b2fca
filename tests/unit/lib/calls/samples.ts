import type { Lesson } from '@/lib/diary/types';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { parseWallTime } from '@/lib/time';

/** An id as VK's are. */
export const callId = 'Zm9yLXRlc3RzLW9ubHktYWxnZWJyYS0wMQ';

export function lesson(discipline: string, times = '10:20-11:00', rest: Partial<Lesson> = {}): Lesson {
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
    theme: '',
    homework: '',
    comment: '',
    remarks: '',
    mark: '',
    attendance: '',
    materials: [],
    individualHomework: [],
    ...rest,
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
