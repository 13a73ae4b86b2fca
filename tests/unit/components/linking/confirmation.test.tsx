// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { ConfirmationStep } from '@/components/linking/ConfirmationStep';
import { differencesOf } from '@/lib/linking/differences';
import { buttonsOf, draw, mainButtonOf, press } from '@/tests/unit/components/draw';
import { account, maria, petr } from '@/tests/unit/lib/linking/samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const onConfirm = vi.fn();
const person = account();

function confirmation(profile: typeof maria, canChooseAgain: boolean) {
  return (
    <ConfirmationStep
      view={{
        name: 'confirmation',
        profile,
        differences: differencesOf(person, profile),
        isRoleUnknown: false,
        vkidName: null,
        canChooseAgain,
        watched: false,
        withoutVkid: false,
      }}
      account={{ fullName: person.fullName, role: person.role, description: person.description, school: 'СОШ № 4' }}
      takesFocus={false}
      onConfirm={onConfirm}
      onChooseAgain={() => undefined}
      onCancel={() => undefined}
    />
  );
}

it.each([
  ['the same person', maria, false, 'Связать'],
  [
    'the same person, with a patronymic first',
    { ...maria, firstName: 'Соколова', lastName: 'Мария Игоревна' },
    false,
    'Связать',
  ],
  ['the same person, of several profiles', maria, true, 'Связать'],
  ['another name', { ...maria, firstName: 'Елена' }, false, undefined],
  ['another name, of several profiles', { ...maria, firstName: 'Елена' }, true, 'Выбрать другой'],
  ['another role', { ...petr, firstName: maria.firstName, lastName: maria.lastName }, false, undefined],
] as const)('of %s the eye is led to the right button', async (_, profile, canChooseAgain, main) => {
  const page = await draw(confirmation(profile, canChooseAgain));
  expect(mainButtonOf(page)).toBe(main);
  expect(buttonsOf(page)).toContain('Связать');
  await press(page, 'Связать');
  expect(onConfirm).toHaveBeenCalledOnce();
  onConfirm.mockClear();
});
