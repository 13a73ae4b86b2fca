import type { LiveCall } from '../../model.ts';
import { CHAT_PEERS } from '../conversations.ts';
import type { CallEntry } from '../scenario.ts';
import { CALLS, vkCall } from './links.ts';

const MARIA_PERSONAL = 871000001;
const MARIA = 871000002;
const PETR = 871000003;
const ELENA = 871000010;

function call(number: number, entry: Omit<CallEntry, 'id' | 'caller'>): CallEntry {
  return {
    id: `0f1e2d3c-0000-4000-8000-${String(number).padStart(12, '0')}`,
    caller: ELENA,
    ...entry,
  };
}

export const scheduled: CallEntry[] = [
  call(101, {
    name: 'География 8 Б',
    members: [MARIA, PETR, ELENA],
    start: { day: 'today', lesson: 3 },
    duration: 2400,
    recurrence: 'never',
    joinLink: vkCall(CALLS.geography),
    vkJoinLink: vkCall(CALLS.geography),
  }),
  call(104, {
    name: 'Родительское собрание 8 Б',
    members: [MARIA, ELENA],
    start: { inMinutes: 5 },
    duration: 3600,
    recurrence: 'never',
    joinLink: `https://sferum.ru/?call_link=${CALLS.meeting}`,
    vkJoinLink: vkCall(CALLS.meeting),
    chat: CHAT_PEERS + 3,
  }),
  call(102, {
    name: 'Классный час',
    members: [MARIA, PETR, ELENA],
    start: { day: 2, at: '16:00' },
    duration: 3600,
    recurrence: 'weekly',
    joinLink: vkCall(CALLS.classHour),
    vkJoinLink: vkCall(CALLS.classHour),
    chat: CHAT_PEERS + 3,
  }),
  call(103, {
    name: 'Зарядка',
    members: [MARIA, PETR, ELENA],
    start: { day: 1, at: '08:00', weeks: -12 },
    untilDays: 180,
    duration: 0,
    recurrence: 'weekdays',
    joinLink: vkCall(CALLS.exercise),
    vkJoinLink: null,
  }),
  call(105, {
    name: 'Консультация по физике',
    members: [MARIA, PETR],
    start: { inMinutes: -120 },
    duration: null,
    recurrence: 'never',
    joinLink: vkCall(CALLS.consultation),
    vkJoinLink: vkCall(CALLS.consultation),
    extra: {
      waiting_hall: { is_enabled: true },
      only_auth_users: true,
      short_credentials: { id: '123456', password: '42', link_with_password: '', link_without_password: '' },
    },
  }),
  call(900, {
    name: 'Личный звонок Марии: планёрка',
    members: [MARIA_PERSONAL],
    start: { inMinutes: 10 },
    duration: 1800,
    recurrence: 'never',
    joinLink: vkCall(CALLS.work),
    vkJoinLink: vkCall(CALLS.work),
  }),
  call(106, {
    name: 'Репетитор Петра: физика',
    members: [PETR],
    start: { inMinutes: 30 },
    duration: 3600,
    recurrence: 'never',
    joinLink: vkCall(CALLS.tutor),
    vkJoinLink: vkCall(CALLS.tutor),
  }),
];

export const live: LiveCall[] = [
  {
    id: '0f1e2d3c-0000-4000-8000-000000000001',
    caller: ELENA,
    participants: [ELENA, PETR],
    participantsCount: 12,
    members: [MARIA, PETR, ELENA],
    joinLink: vkCall(CALLS.live),
    vkJoinLink: vkCall(CALLS.live),
    chat: CHAT_PEERS + 2,
  },
];
