import { test } from './fixture.ts';
import { maria, openSection, signInToDiary } from './people.ts';

test.use({ language: 'en' });

test('in a browser of another language the diary’s own language stays @full', async ({ browser }) => {
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
});
