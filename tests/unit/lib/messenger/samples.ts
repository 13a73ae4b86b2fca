import type { Chat, ProfileToken } from '@/lib/messenger/types';

// Invented data in the shapes of VK's answers: no real person, account or token.

export const profileId = 871000002;
export const token: ProfileToken = { profileId, token: 'vk1.a.test-edu', expiresAt: 4_102_444_800_000 };

export const link = (id: string) => `https://vk.com/call/join/Zm9yLXRlc3RzLW9ubHkt${id}`;

export const teacher = {
  id: 871000010,
  first_name: 'Елена',
  last_name: 'Белова',
  photo_100: 'https://sun.example/e.jpg',
};
export const helper = { id: 222277107, name: 'Помощник Сферума', photo_100: 'http://sun.example/plain.jpg' };

/** A conversation as VK gives it, with these fields on top. */
export function conversation(peerId: number, fields: Record<string, unknown> = {}, lastMessage?: unknown) {
  const type = peerId > 2_000_000_000 ? 'chat' : peerId > 0 ? 'user' : 'group';
  return {
    conversation: {
      peer: { id: peerId, type, local_id: peerId % 2_000_000_000 },
      sort_id: { major_id: 0, minor_id: 1000 - (peerId % 1000) },
      last_message_id: 1,
      in_read: 1,
      out_read: 1,
      can_write: { allowed: true },
      ...(type === 'chat' ? { chat_settings: { title: `Чат ${peerId % 1000}`, members_count: 28, state: 'in' } } : {}),
      ...fields,
    },
    ...(lastMessage === undefined ? {} : { last_message: lastMessage }),
  };
}

export function message(fields: Record<string, unknown> = {}) {
  return {
    id: 1,
    date: 1795339400,
    from_id: 871000010,
    peer_id: 2000000001,
    text: 'Привет',
    attachments: [],
    ...fields,
  };
}

/** An answer of `messages.getConversations`: `count` conversations of all, from `offset` on. */
export function conversationsAnswer(all: number, offset = 0, count = 200) {
  const items = Array.from({ length: Math.max(0, Math.min(count, all - offset)) }, (_, index) =>
    conversation(
      2_000_000_001 + offset + index,
      { sort_id: { major_id: 0, minor_id: all - offset - index } },
      message(),
    ),
  );
  return { count: all, items, profiles: [teacher], groups: [] };
}

export function scheduledCall(fields: Record<string, unknown> = {}, schedule: Record<string, unknown> = {}) {
  return {
    call_id: '0f1e2d3c-0000-4000-8000-000000000101',
    name: 'География 8 Б',
    caller_id: 871000010,
    can_edit: false,
    join_link: link('c2NoZWQtMDAx'),
    vk_join_link: link('c2NoZWQtMDAy'),
    schedule: { time: 1795404000, duration: 2400, recurrence_rule: 'never', marker_time: 1795404000, ...schedule },
    skip_notification: false,
    ...fields,
  };
}

export const currentCall = {
  call_id: '0f1e2d3c-0000-4000-8000-000000000001',
  caller_id: 871000010,
  user_ids: [871000010, 871000011],
  join_link: link('bGl2ZS0wMDAx'),
  vk_join_link: link('bGl2ZS0wMDAx'),
};

export const profileAnswer = [
  {
    id: profileId,
    first_name: 'Мария',
    last_name: 'Соколова',
    sex: 1,
    photo_100: 'https://sun.example/p.jpg',
    educational_profile: {
      edu_roles: { main_roles: 'Родитель', organizations: [{ organization_name: 'МБОУ СОШ № 4' }] },
    },
  },
];

/** A chat as the program holds it. */
export function chat(peerId: number, fields: Partial<Chat> = {}): Chat {
  return {
    peerId,
    kind: 'chat',
    title: `Чат ${peerId}`,
    photo: null,
    unread: 0,
    muted: false,
    pinned: false,
    isReadOnly: false,
    order: null,
    last: null,
    live: null,
    ...fields,
  };
}
