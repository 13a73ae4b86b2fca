// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { AddressForm, type FormOutcome } from '@/components/welcome/AddressForm';
import { draw } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const outcomes: FormOutcome[] = [
  { kind: 'denied' },
  { kind: 'signIn', origin: 'https://diary.example' },
  { kind: 'unreachable', origin: 'https://diary.example' },
];

it.each(outcomes)('how adding a diary ended is seen while the fields are folded: %o', async (outcome) => {
  const page = await draw(
    <AddressForm isOpen={false} isBusy={false} outcome={outcome} zone="Asia/Krasnoyarsk" onAdd={() => undefined} />,
  );
  const said = page.querySelector('[role=status]');
  expect(said?.textContent).toMatch(/\S/);
  expect(said?.closest('details')).toBeNull();
});
