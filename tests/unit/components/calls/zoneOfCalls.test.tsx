// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { Calls } from '@/components/calls/Calls';
import type { CallsView } from '@/lib/messages/calls';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const view: CallsView = {
  rows: [],
  unreadable: 0,
  heldAt: null,
  problem: null,
  withheld: true,
  asking: false,
  isZoneAssumed: true,
  timeZone: 'Europe/Moscow',
  clockOffset: 0,
};

it.each([
  [true, 1],
  [false, 0],
])('the school’s zone is asked for where it is only assumed: %s', (isZoneAssumed, count) => {
  const nothing = () => undefined;
  render(
    <Calls
      view={{ ...view, isZoneAssumed }}
      age={null}
      busy={false}
      now={0}
      computerZone="Europe/Moscow"
      onOpen={nothing}
      onChat={nothing}
      onCalendar={nothing}
      onTellZone={() => Promise.resolve()}
      onRetry={nothing}
      onMessenger={nothing}
      permissionAddress=""
    />,
    document.body,
  );
  expect(document.querySelectorAll('select')).toHaveLength(count);
});
