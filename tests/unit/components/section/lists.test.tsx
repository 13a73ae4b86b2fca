// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { Freshness } from '@/components/section/Freshness';
import { ListProblem, limitLeft } from '@/components/section/ListProblem';
import { problem } from '@/lib/problem';
import { draw, mainButtonOf, press } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const now = Date.UTC(2026, 10, 23, 7);
const limited = problem('messenger', 'rateLimited', undefined, now + 40_000);

it('«Обновить» during a limit says when it will be possible', async () => {
  const onRefresh = vi.fn();
  const page = await draw(<Freshness age={0} busy={false} limitLeft={limitLeft(limited, now)} onRefresh={onRefresh} />);
  expect(page.textContent).toContain('Обновить можно через 0:40');
  await press(page, 'Обновить');
  expect(onRefresh).not.toHaveBeenCalled();
  await draw(<Freshness age={0} busy={false} limitLeft={limitLeft(limited, now + 41_000)} onRefresh={onRefresh} />);
  await press(page, 'Обновить');
  expect(onRefresh).toHaveBeenCalledOnce();
});

it('a list whose messenger wants a sign-in offers it', async () => {
  const onMessenger = vi.fn();
  const page = await draw(
    <ListProblem
      problem={problem('messenger', 'signedOut')}
      now={now}
      onRetry={() => undefined}
      onMessenger={onMessenger}
      permissionAddress=""
    />,
  );
  expect(mainButtonOf(page)).toBe('Войти снова');
  await press(page, 'Войти снова');
  expect(onMessenger).toHaveBeenCalledOnce();
});
