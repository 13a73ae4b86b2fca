import { expect, it } from 'vitest';
import { readCurrentAnswer, readScheduledAnswer } from '@/lib/messenger/answers/calls';
import { readConversationsAnswer } from '@/lib/messenger/answers/conversations';
import { readProfileAnswer } from '@/lib/messenger/answers/profile';
import type { Result } from '@/lib/result';
import {
  conversation,
  currentCall,
  message,
  profileAnswer,
  profileId,
  scheduledCall,
  teacher,
} from '@/tests/unit/lib/messenger/samples';

const endless = 'Я'.repeat(100_000);

/** The same with each text that is a word, not an address or a keyword, made endless. */
function swollen(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => swollen(one, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, swollen(one, name)]));
  }
  const isWord = ['title', 'name', 'text', 'first_name', 'last_name', 'main_roles', 'organization_name'].includes(key);
  return isWord ? endless : value;
}

function longest(value: unknown): number {
  return Math.max(
    0,
    ...[...JSON.stringify(value).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.length),
  );
}

const people = { profiles: [teacher], groups: [] };
const manyOrganizations = Array.from({ length: 5000 }, (_, index) => ({ organization_name: `Школа № ${index}` }));

it.each<[string, (answer: unknown) => Result<unknown>, unknown]>([
  [
    'chats',
    (answer) => readConversationsAnswer(answer, profileId),
    {
      count: 2,
      items: [conversation(2_000_000_001, {}, message({ from_id: teacher.id })), conversation(teacher.id)],
      ...people,
    },
  ],
  ['scheduled calls', readScheduledAnswer, { items: [scheduledCall({ chat: { peer_id: 5, title: 'x' } })], ...people }],
  ['current calls', (answer) => readCurrentAnswer(answer), { items: [{ ...currentCall, name: 'x' }], ...people }],
  ['a profile', (answer) => readProfileAnswer(answer, profileId), profileAnswer],
])('no text of 100,000 characters gets further than the reader: %s', (_, read, answer) => {
  const result = read(swollen(answer));
  expect(result.ok).toBe(true);
  expect(longest(result)).toBeLessThanOrEqual(200);
});

it('of thousands of organisations ten are kept', () => {
  const [profile] = profileAnswer;
  const answer = [
    { ...profile, educational_profile: { edu_roles: { main_roles: 'Родитель', organizations: manyOrganizations } } },
  ];
  const result = readProfileAnswer(answer, profileId);
  expect(result.ok && result.value.organizations).toHaveLength(10);
});
