import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page as PlainPage } from '@playwright/test';
import { invitations, noticeOf, signInToSferum } from '../../e2e/conflict.ts';
import { endIdle, launch } from '../../e2e/driver/launch.ts';
import type { Browser, Page, Surface } from '../../e2e/driver/types.ts';
import { pause, setTime } from '../../e2e/lessons.ts';
import { maria, openSection, signInToDiary, walkSignIn } from '../../e2e/people.ts';
import type { DayPlan } from '../../stand/model.ts';
import { lesson, shifted } from '../../stand/scenarios/lessons.ts';
import { rightNow } from '../../stand/scenarios/right-now.ts';
import type { Scenario } from '../../stand/scenarios/scenario.ts';
import { type Stand, startStand } from '../../stand/stand.ts';
import { findChromium } from '../browsers.ts';
import { appId, provideBuild, top } from '../builds.ts';
import { type Frame, record } from './recording.ts';

/** What the stores ask for, in pixels. */
const screen = { width: 1280, height: 800 };
const promotion = { width: 440, height: 280 };
/** Of the recording: the diary's lessons and nothing below. */
const recorded = { width: 1120, height: 610 };

/** The family of the tests without what is there to be nasty (markup in words, one-coloured pictures, nameless chats), on a day alone. */
const listing: Scenario = {
  ...rightNow,
  timetable: rightNow.timetable.map((entry) => ({
    ...entry,
    weekly: {},
    ...(entry.today && { today: wholeDay(entry.today) }),
  })),
  chats: rightNow.chats
    .filter(({ title }) => title !== '')
    .map(({ photo: _, ...chat }) => ({
      ...chat,
      ...(chat.lastMessage
        ? { lastMessage: { ...chat.lastMessage, text: chat.lastMessage.text.replaceAll(/<[^>]*>/g, '') } }
        : {}),
    })),
  people: rightNow.people.map((person) =>
    person.educational ? { ...person, educational: { ...person.educational, photo: null } } : person,
  ),
};

/** With lessons to the afternoon, as a school day has them. */
function wholeDay(today: (time: string) => DayPlan): (time: string) => DayPlan {
  const later = ['Литература', 'Биология', 'Английский язык'];
  return (time) => ({
    lessons: [
      ...(today(time).lessons ?? []),
      ...later.map((name, at) => shifted(lesson(5 + at, name), time, 130 + 50 * at)),
    ],
  });
}

/** Draws the listing's pictures from the production build, played on the stand, into a folder. */
export async function drawPictures(folder: string): Promise<void> {
  const extension = await provideBuild('with VK ID', 'chromium');
  const stand = await startStand({ appId, scenario: listing });
  setTime(stand, '09:30');
  const browser = await launch('chromium', { extension, port: stand.port, language: 'ru', zone: rightNow.zone });
  try {
    await play(folder, browser, stand);
  } finally {
    await browser.close();
    await endIdle();
    await stand.close();
  }
  await compose(folder);
}

/** The journey, a picture a state. */
async function play(folder: string, browser: Browser, stand: Stand): Promise<void> {
  const show = (page: Page, name: string) => page.screenshot(join(folder, `${name}.png`));

  const welcome = await browser.extensionPage('welcome.html');
  await welcome.setViewport(screen);
  await scale(welcome, 1.2);
  await show(welcome, '5-welcome');
  await welcome.close();

  const diary = await signInToDiary(browser, maria);
  await diary.setViewport(screen);
  const enter = diary.role('button', 'Подключиться').first();
  await enter.waitFor();
  await show(diary, '1-lesson');

  const popup = await browser.openPopup(diary);
  await popup.waitForText(/Подключиться/);
  await popup.screenshot(join(folder, 'popup.png'));
  await popup.close();

  await diary.setViewport(recorded);
  await oneClick(folder, browser, diary);
  await diary.setViewport(screen);

  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), maria);
  await section.role('button', 'Связать').click();
  await section.role('button', /Объявления школы/).waitFor();
  await section.role('button', 'Скрыть').click();
  await show(diary, '2-section');

  await signInToSferum(browser, stand, 'petr');
  const invitation = await browser.open(invitations.petr);
  await invitation.setViewport(screen);
  const notice = await noticeOf(invitation);
  await notice.role('heading', 'Другое устройство или другой браузер').waitFor();
  await scale(notice, 0.92);
  await show(invitation, '4-invitation');
}

/** Draws a page larger or smaller, so that all it holds is in the picture and fills it. */
async function scale(surface: Surface, factor: number): Promise<void> {
  await surface.evaluate((zoom) => {
    document.documentElement.style.zoom = String(zoom);
  }, factor);
  // A frame is drawn by another process.
  await pause(500);
}

/** One click into a lesson, to be looked at again and again. */
async function oneClick(folder: string, browser: Browser, diary: Page): Promise<void> {
  const frames: Frame[] = [];
  const path = join(folder, 'frame.png');
  const take = async (page: Page, stays: number) => {
    await page.screenshot(path);
    frames.push({ png: readFileSync(path), stays });
  };
  const button = diary.role('button', 'Подключиться').first();
  await take(diary, 1600);
  await button.hover();
  await take(diary, 900);
  await button.click();
  const call = await browser.waitForPage(/\/call\/join\/|call_link|callId/);
  await call.setViewport(recorded);
  await take(call, 2200);
  await call.close();
  await diary.bringToFront();
  rmSync(path);
  writeFileSync(join(folder, 'recording.png'), record(frames));
}

/** Pictures made of others: the popup over the diary, and the small one for the store's own pages. */
async function compose(folder: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium() });
  const page = await browser.newPage();
  const image = (name: string) =>
    `data:image/png;base64,${readFileSync(join(folder, `${name}.png`)).toString('base64')}`;
  const sign = readFileSync(join(top, 'components/theme/sign.svg'), 'utf8');
  await draw(
    page,
    screen,
    join(folder, '3-popup.png'),
    `
    <style>
      body { background: url(${image('1-lesson')}) 0 0 / cover }
      img { position: absolute; top: 12px; right: 24px; border-radius: 8px; box-shadow: 0 8px 32px #0006 }
    </style>
    <img src="${image('popup')}">`,
  );
  await draw(
    page,
    promotion,
    join(folder, 'promotion.png'),
    `
    <style>
      body { background: #fdf6e7; color: #3b1d0d; font: 15px/1.35 'Noto Sans', 'Liberation Sans', sans-serif }
      svg { position: absolute; left: 28px; top: 36px; width: 72px; height: 72px }
      h1 { position: absolute; left: 116px; top: 40px; margin: 0; font-size: 28px; line-height: 1.15 }
      p { position: absolute; left: 28px; top: 132px; width: 200px; margin: 0 }
      img { position: absolute; left: 248px; top: 120px; width: 330px; border-radius: 8px; box-shadow: 0 4px 16px #0004 }
    </style>
    ${sign}<h1>Сферум<br>для ЭШ</h1><p>В онлайн-урок одним нажатием, прямо из дневника</p><img src="${image('popup')}">`,
  );
  rmSync(join(folder, 'popup.png'));
  await browser.close();
}

async function draw(
  page: PlainPage,
  size: { width: number; height: number },
  path: string,
  content: string,
): Promise<void> {
  await page.setViewportSize(size);
  await page.setContent(`<!doctype html><body style="margin: 0; overflow: hidden">${content}`);
  await page.screenshot({ path });
}
