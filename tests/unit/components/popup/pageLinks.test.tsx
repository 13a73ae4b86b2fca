// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { PageLinks } from '@/components/popup/PageLinks';
import type { PageLinksView } from '@/lib/messages/pageLinks';
import { draw } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const nothing: PageLinksView = {
  host: 'school.example',
  links: [],
  isCut: false,
  closedFrames: 0,
  isInsecure: false,
  site: 'https://school.example',
  isAllowed: false,
};
const onNothing = () => undefined;
const drawn = async (changes: Partial<PageLinksView>) =>
  (
    await draw(
      <PageLinks
        view={{ ...nothing, ...changes }}
        entering={[]}
        onOpen={onNothing}
        onAlways={onNothing}
        onNever={onNothing}
      />,
    )
  ).textContent;

it('a page without links takes no room', async () => {
  expect(await drawn({})).toBe('');
});

it('a page that was not read to its end says so where nothing was found in what was read, too', async () => {
  expect(await drawn({ isCut: true })).toMatch(/school\.example.*здесь не видно.*Страница очень большая/);
});
