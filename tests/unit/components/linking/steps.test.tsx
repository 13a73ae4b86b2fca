// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { StartStep } from '@/components/linking/StartStep';
import { WaitingStep } from '@/components/linking/WaitingStep';
import { problem } from '@/lib/problem';
import { draw, press } from '@/tests/unit/components/draw';
import { petrIsHere, WithWays } from '@/tests/unit/components/ways/samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const nothing = () => undefined;
const start = {
  problem: null,
  conflict: null,
  permissionAddress: '/permission.html',
  takesFocus: false,
  onBegin: nothing,
  onSkipVkid: undefined,
  onSamePerson: nothing,
  onCancel: nothing,
};
const waiting = {
  windowClosed: false,
  timedOut: false,
  problem: null,
  mayBeHidden: false,
  messengerAddress: '',
  permissionAddress: '/permission.html',
  takesFocus: false,
  onOpenWindow: nothing,
  onRecheck: nothing,
  onCancel: nothing,
};

it('a beginning that somebody else stands in the way of can be left', async () => {
  const cancel = vi.fn();
  const page = await draw(
    <WithWays>
      <StartStep {...start} conflict={petrIsHere} onCancel={cancel} />
    </WithWays>,
  );
  await press(page, 'Отменить');
  expect(cancel).toHaveBeenCalledOnce();
});

it('access that was taken back can be given again, at the beginning and while somebody is waited for', async () => {
  const gone = problem('messenger', 'notPermitted');
  for (const step of [
    <StartStep {...start} problem={gone} />,
    <WaitingStep {...waiting} purpose="signIn" problem={gone} />,
  ])
    expect((await draw(step)).querySelector('a[href="/permission.html"]')).not.toBeNull();
});

it('where only an answer of VK is waited for nobody is told of a window or a code', async () => {
  const page = await draw(<WaitingStep {...waiting} purpose="answer" />);
  expect(page.querySelector('.hints')).toBeNull();
  await press(page, 'Проверить ещё раз');
  const said = () => page.querySelector('.step-state')?.textContent;
  await vi.waitFor(() => expect(said()).toBe('VK Мессенджер пока не отвечает'), { timeout: 10_000 });
});
