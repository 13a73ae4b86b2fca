// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { LinkCheck } from '@/components/popup/LinkCheck';
import { toneOf } from '@/components/popup/LinkVerdict';
import type { PastedView } from '@/lib/messages/popup';
import { problem } from '@/lib/problem';
import { draw, press } from '@/tests/unit/components/draw';
import { petrIsHere, WithWays } from '@/tests/unit/components/ways/samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const address = 'https://sferum.ru/?p=invite_parent&invite=petr';
const verdict: PastedView = { kind: 'invitation', host: '', address, link: '', conflict: null, problem: null };
const foreign: PastedView = { ...verdict, kind: 'foreign', host: 'example.com', address: null };

it.each([
  ['an invitation that can be opened', verdict, 'good'],
  ['a call', { ...verdict, kind: 'call' }, 'good'],
  ['an invitation while the pupil is signed in', { ...verdict, conflict: petrIsHere }, 'bad'],
  ['another site', foreign, 'bad'],
  ['an invitation, nobody knows who is here', { ...verdict, problem: problem('messenger', 'offline') }, 'warning'],
  ['no link', { ...verdict, kind: 'notALink', address: null }, 'warning'],
] as const)('%s looks %s', (_, view, tone) => {
  expect(toneOf(view)).toBe(tone);
});

it('good and bad look different, and their place is there before their text', async () => {
  const answers = [verdict, { ...verdict, conflict: petrIsHere }];
  const page = await draw(
    <WithWays>
      <LinkCheck check={async () => answers.shift() ?? foreign} onOpen={() => undefined} />
    </WithWays>,
  );
  const place = page.querySelector('[role=status]');
  expect(place).not.toBeNull();
  await press(page, 'Проверить');
  await vi.waitFor(() => expect(place?.textContent).toMatch(/открыть его можно/));
  expect(place?.querySelector('.notice-good')).not.toBeNull();
  await press(page, 'Проверить');
  await vi.waitFor(() => expect(place?.textContent).toMatch(/другого человека/));
  expect(place?.querySelector('.notice-bad')).not.toBeNull();
  expect(page.contains(place)).toBe(true);
});
