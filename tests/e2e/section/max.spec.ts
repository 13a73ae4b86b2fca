import { moveToMax } from '../../stand/shortcuts.ts';
import { personOf } from '../../stand/world.ts';
import { expect, test } from '../fixture.ts';
import { setTime } from '../lessons.ts';
import { link, maria, olga, openSection, signInToDiary, walkSignIn } from '../people.ts';
import { forgetHeld, look, lookAtAll, reopen, resize } from '../section.ts';

const begin = 'Привязать аккаунт к Сферум';
const readOnly = 'Чаты только для чтения. Возможно, школа перешла в MAX';
const noProfile = 'Учебный профиль не нашёлся. Возможно, школа перешла в MAX';
const ways = {
  'Открыть Сферум в MAX': /^https:\/\/max\.ru\/sferum_bot\?startapp/,
  'Открыть MAX в браузере': /^https:\/\/web\.max\.ru\//,
};

test('a school that has moved: chats are read only, the profile goes, and MAX is opened but never asked', async ({
  browser,
  stand,
  picture,
}) => {
  const page = await signInToDiary(browser, maria);
  let section = await link(browser, page, maria);
  await section.text('8 Б — родители').waitFor();
  await section.role('button', 'Скрыть').click();
  expect(await section.text(readOnly).count()).toBe(0);

  await test.step('one chat can still be written to: nothing is said', async () => {
    moveToMax(stand.world);
    const [open] = stand.world.chats.filter(({ title }) => title === '8 Б — родители');
    if (open) open.readOnly = false;
    await section.role('button', 'Обновить').click();
    await section.text('Алгебра 8 Б').waitFor();
    expect(await section.text(readOnly).count()).toBe(0);
    if (open) open.readOnly = true;
  });

  await test.step('all read only: said, with the ways', async () => {
    await section.role('button', 'Обновить').click();
    await section.text(readOnly).waitFor();
    await section.text('8 Б — родители').waitFor();
    expect(stand.requests.filter(({ host }) => host.endsWith('max.ru'))).toEqual([]);
    for (const [name, address] of Object.entries(ways)) {
      await section.role('link', name).click();
      await (await browser.waitForPage(address)).close();
      await page.bringToFront();
    }
    await lookAtAll(page, section, picture, 'section-max');
    await resize(page, section, 320);
    await look(page, section, picture, 'section-max-320');
    await resize(page, section, 1020);
  });

  await test.step('the profile itself is gone', async () => {
    delete personOf(stand.world, 'maria').educational;
    await forgetHeld(browser);
    section = await reopen(page);
    await section.text(noProfile).waitFor();
    await section.role('link', 'Открыть Сферум в MAX').waitFor();
    await look(page, section, picture, 'section-max-no-profile');
  });
});

test('nobody linked, no profile: the week’s online lessons stand below linking, MAX is offered where no profile is found @full', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '10:25');
  const page = await signInToDiary(browser, olga);
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('heading', 'Онлайн-уроки').waitFor();
  const lessons = section.role('table');
  await lessons.first().waitFor();
  expect(stand.requests.filter(({ host }) => host.endsWith('vk.me'))).toEqual([]);
  await lookAtAll(page, section, picture, 'section-unlinked-lessons');
  await resize(page, section, 320);
  await look(page, section, picture, 'section-unlinked-lessons-320');
  await resize(page, section, 1020);

  await section.role('button', begin).click();
  await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), { ...olga, password: 'vk-olga' });
  await section.text(noProfile).waitFor();
  await section.role('heading', 'Онлайн-уроки').waitFor();
  await look(page, section, picture, 'section-max-linking');
});
