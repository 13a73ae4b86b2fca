import { chat, dialogue } from '../conversations.ts';
import type { ChatEntry } from '../scenario.ts';
import { CALLS, vkCall } from './links.ts';

const MARIA_PERSONAL = 871000001;
const MARIA = 871000002;
const PETR = 871000003;
const ANNA = 871000005;
const ELENA = 871000010;
const KIRILL = 871000011;

/** Everyone's chats; those of one person alone make a leak to another visible. */
export const chats: ChatEntry[] = [
  chat(77, 'Объявления школы', [MARIA, PETR, ANNA, ELENA, KIRILL], {
    channel: true,
    pinned: true,
    muted: true,
    membersCount: 640,
    lastMessage: {
      from: -222277107,
      minutesAgo: 5600,
      text: '',
      attachments: [{ type: 'audio_message', audio_message: { id: 1, owner_id: 1, duration: 12 } }],
    },
  }),
  chat(1, '8 Б — ученики и учитель', [MARIA, PETR, ELENA], {
    unread: { [MARIA]: 3, [PETR]: 1 },
    photo: 'https://sun.example/chat-1.png',
    lastMessage: {
      from: ELENA,
      minutesAgo: 10,
      text: 'Завтра контрольная, не забудьте линейки',
      attachments: [],
    },
  }),
  chat(2, 'Алгебра 8 Б', [MARIA, PETR, ELENA], {
    lastMessage: {
      from: ELENA,
      minutesAgo: 20,
      text: '',
      attachments: [
        {
          type: 'group_call_in_progress',
          group_call_in_progress: {
            initiator_id: ELENA,
            join_link: vkCall(CALLS.live),
            vk_join_link: vkCall(CALLS.live),
            participants: { list: [ELENA, PETR], count: 12 },
          },
        },
      ],
    },
  }),
  chat(3, '8 Б — родители', [MARIA, ELENA], {
    photo: 'https://sun.example/missing.png',
    lastMessage: {
      from: ELENA,
      minutesAgo: 30,
      text: '',
      attachments: [{ type: 'photo', photo: { id: 1, owner_id: 1 } }],
    },
  }),
  chat(4, '3 А — родители', [MARIA, ELENA], {
    unread: { [MARIA]: 12 },
    lastMessage: {
      from: MARIA,
      minutesAgo: 90,
      text: 'Анна завтра придёт к третьему уроку <b>после врача</b>',
      attachments: [],
    },
  }),
  dialogue(ELENA, 'Белова Елена', MARIA, 'Спасибо!', 165),
  { ...dialogue(871000099, '', MARIA, '', 0), bare: true, lastMessage: undefined },
  chat(5, 'Тайный чат Петра', [PETR], {
    unread: { [PETR]: 2 },
    lastMessage: { from: PETR, minutesAgo: 3, text: 'Родителям не показывать', attachments: [] },
  }),
  chat(6, '3 А — рисуем', [ANNA], {
    lastMessage: { from: ELENA, minutesAgo: 40, text: 'Берём краски', attachments: [] },
  }),
  chat(7, '6 А — ученики', [KIRILL, ELENA], {
    lastMessage: { from: KIRILL, minutesAgo: 55, text: 'Кто сделал № 4?', attachments: [] },
  }),
  chat(8, 'Учителя школы № 4', [ELENA], {
    unread: { [ELENA]: 5 },
    lastMessage: { from: ELENA, minutesAgo: 15, text: 'Педсовет в три', attachments: [] },
  }),
  chat(900, 'Личный чат Марии: работа', [MARIA_PERSONAL], {
    unread: { [MARIA_PERSONAL]: 40 },
    lastMessage: { from: MARIA_PERSONAL, minutesAgo: 1, text: 'Личное сообщение', attachments: [] },
  }),
];
