import type { Page, Surface } from '../../driver/types.ts';
import { setTime } from '../../lessons.ts';
import { maria, openSection, signInToDiary, walkSignIn } from '../../people.ts';
import { anyTrouble, troubleStates } from '../states.ts';
import {
  clickIfThere,
  closeSection,
  forgetRefusals,
  forgetRun,
  keepInBrowser,
  letMariaIn,
  linkSomebodyElse,
} from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

const begin = 'Привязать аккаунт к Сферум';
const checkData = [/Проверьте данные/, /button "Связать"/];

/** Maria's diary, which is linked to nothing; somebody else's is. */
async function openUnlinked(tools: Tools): Promise<Page> {
  setTime(tools.stand, '08:40');
  await linkSomebodyElse(tools.browser);
  return signInToDiary(tools.browser, maria);
}

/** Nothing is under way. */
async function beginAnew({ browser }: Tools, diary: Page): Promise<Surface> {
  await closeSection(diary);
  await keepInBrowser(browser, 'local', 'linkings', null);
  await forgetRun(browser);
  return openSection(diary, 'Авторизация в Сферум');
}

/** Linking where VK ID has just failed: it goes straight to who is signed in to VK Мессенджер. */
export const linking = {
  states: {
    well: { reads: checkData, lacks: [anyTrouble] },
    ...troubleStates('VK Мессенджер', /VK Мессенджер пока не отвечает/, /button "Проверить ещё раз"/),
    refused: { reads: [/VK Мессенджер не даёт доступа к этим данным/, /button "Привязать аккаунт к Сферум"/] },
  },
  async play(tools: Tools): Promise<Play> {
    const { browser, stand } = tools;
    const diary = await openUnlinked(tools);
    await letMariaIn(browser, stand);
    let section: Surface | undefined;
    const prepare = async () => {
      section = await beginAnew(tools, diary);
      await section.role('button', begin).waitFor();
      await keepInBrowser(browser, 'session', 'vkidFailed', Date.now());
    };
    return {
      diary,
      prepare,
      act: async () => section?.role('button', begin).click(),
      read: async () => (await section?.outline()) ?? '',
      async goOn() {
        if (section && (await clickIfThere(section, begin))) return;
        await forgetRefusals(browser);
        if (section) await clickIfThere(section, 'Проверить ещё раз');
      },
    };
  },
} satisfies Scene;

/** Through VK ID's window to «Проверьте данные». */
export const throughVkid = {
  states: {
    well: { reads: [...checkData, /Вы вошли в VK ID как Мария/] },
    'without VK ID': { reads: checkData, lacks: [/Вы вошли в VK ID как/] },
    'no answer': { reads: [/VK Мессенджер пока не отвечает/, /button "Проверить ещё раз"/] },
  },
  async play(tools: Tools): Promise<Play> {
    const { browser } = tools;
    const diary = await openUnlinked(tools);
    let section: Surface | undefined;
    const prepare = async () => {
      section = await beginAnew(tools, diary);
    };
    const act = async () => {
      await section?.role('button', begin).click();
      await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), maria);
    };
    return {
      diary,
      prepare,
      act,
      read: async () => (await section?.outline()) ?? '',
      async goOn() {
        await prepare();
        await act();
      },
    };
  },
} satisfies Scene;

/** Unlinking withdraws what was allowed at VK ID. */
export const unlinking = {
  states: {
    well: { reads: [/Учётная запись отвязана\./, /Доступ расширения к VK ID тоже закрыт\./] },
    'by hand': {
      reads: [
        /Учётная запись отвязана\./,
        /Доступ расширения к VK ID можно закрыть на странице VK ID/,
        /Сервисы и сайты/,
      ],
    },
  },
  async play(tools: Tools): Promise<Play> {
    const diary = await openUnlinked(tools);
    let section: Surface | undefined;
    const prepare = async () => {
      section = await beginAnew(tools, diary);
      await section.role('button', begin).click();
      await walkSignIn(await tools.browser.waitForPage(/^https:\/\/id\.vk\.ru\//), maria);
      await section.role('button', 'Связать').click();
      await section.role('tab', 'Чаты').waitFor();
    };
    const act = async () => {
      await section?.role('button', 'Отвязать учетную запись').click();
      await section?.role('dialog').role('button', 'Да').click();
    };
    return {
      diary,
      unlinks: true,
      prepare,
      act,
      read: async () => (await section?.outline()) ?? '',
      async goOn() {
        await prepare();
        await act();
      },
    };
  },
} satisfies Scene;
