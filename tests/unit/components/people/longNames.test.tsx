// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { ChoiceStep } from '@/components/linking/ChoiceStep';
import { ProfileHeader } from '@/components/people/ProfileHeader';
import type { EduProfile } from '@/lib/messenger/types';
import { draw } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const long = 'Константин '.repeat(10_000);
const profile: EduProfile = {
  id: 1,
  firstName: long,
  lastName: long,
  photo: null,
  roles: [],
  rolesText: long,
  organizations: [long],
};
const nothing = () => undefined;

it.each([
  [
    'who is linked',
    <ProfileHeader key="" profile={profile} messengerAddress="" canOpen onMessenger={nothing} onUnlink={nothing} />,
  ],
  [
    'a choice of profiles',
    <ChoiceStep
      key=""
      profiles={[profile]}
      suggestedId={null}
      takesFocus={false}
      onChoose={nothing}
      onCancel={nothing}
    />,
  ],
])('a name of 100,000 characters makes nothing grow: %s', async (_, picture) => {
  const page = await draw(picture);
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  let found = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if ((node.nodeValue?.length ?? 0) < 1000) continue;
    found += 1;
    expect(node.parentElement?.closest('.clamped')).not.toBeNull();
  }
  expect(found).toBeGreaterThan(2);
  expect(readFileSync('components/theme/base.css', 'utf8')).toMatch(/\.clamped \{[^}]*-webkit-line-clamp: 2/);
});
