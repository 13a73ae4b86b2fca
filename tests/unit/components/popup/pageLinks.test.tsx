// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { PageLinks } from '@/components/popup/PageLinks';
import type { PageLink, PageLinksView } from '@/lib/messages/pageLinks';
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
const drawn = async (changes: Partial<PageLinksView>, entering: readonly string[] = []) =>
  (
    await draw(
      <PageLinks
        view={{ ...nothing, ...changes }}
        entering={entering}
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

it('that one should look as whom one enters is said once, and not at a call of which that is known', async () => {
  const link = (callKey: string, enters: PageLink['enters'], isDoubtful = false): PageLink => ({
    callKey,
    service: 'vk',
    address: `https://vk.com/call/join/${callKey}`,
    words: '',
    isDoubtful,
    enters,
  });
  const said = (text: string | null | undefined) => text?.match(/под чьим именем/g)?.length ?? 0;
  const links = [link('one', 'vk'), link('two', 'check'), link('three', 'check')];
  expect(said(await drawn({ links }))).toBe(1);
  const known = await drawn({ links: links.slice(0, 1) }, ['Пётр']);
  expect(said(known)).toBe(0);
  expect(known).toMatch(/Войдёте как Пётр/);
  expect(said(await drawn({ links: [link('wrong', 'check', true)] }))).toBe(0);
});
