import { setTimeout as pause } from 'node:timers/promises';
import type { EndpointName } from '../../../stand/faults.ts';
import type { Surface } from '../../driver/types.ts';
import { marksOf } from '../../lessons.ts';
import { anyTrouble, troubleStates } from '../states.ts';
import { clickIfThere, closeSection, forgetRun, openLinkedDiary } from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

const again = /button "Повторить"/;

/** The diary's page is loaded, and the section is opened in it. */
function playLoading(tab: 'Чаты' | 'Видеоконференции') {
  return async (tools: Tools): Promise<Play> => {
    const { browser } = tools;
    const diary = await openLinkedDiary(tools);
    let section: Surface | undefined;
    const open = async () => {
      await diary.reload();
      // Whose diary it is may not be known: then the item says what it says to anybody.
      await diary.role('button', /^(Сферум|Авторизация в Сферум)$/).click();
      section = await diary.frame('section.html');
      if (tab !== 'Чаты') await section.role('tab', tab).click();
    };
    const isLinked = async () => (await section?.role('tab', 'Чаты').count()) === 1;
    return {
      diary,
      async prepare() {
        await closeSection(diary);
        await forgetRun(browser);
      },
      act: open,
      read: async () => (await section?.outline()) ?? '',
      async goOn() {
        // A page waits for its server for half a minute, and «Повторить» waits with it: whoever cannot, loads it anew, as who signed in.
        if (section && (await clickIfThere(section, 'Повторить'))) await pause(1000);
        if (anyTrouble.test((await section?.outline()) ?? '') || !(await isLinked())) await open();
      },
    };
  };
}

export const whoseDiary = {
  states: {
    well: { reads: [/tab "Чаты"/, /8 Б — родители/], lacks: [anyTrouble] },
    ...troubleStates('Дневник', /Не получилось узнать, чей это дневник/, again),
    signedOut: { reads: [/Дневник просит войти снова/, /link "Войти в дневник"/] },
  },
  play: playLoading('Чаты'),
} satisfies Scene;

/** Who is signed in to VK Мессенджер is asked as soon as the diary has said whose it is. */
export const diaryAndWho = {
  states: {
    well: whoseDiary.states.well,
    ...troubleStates('VK Мессенджер', /чаты скрыты/, /Мария Соколова/, again),
  },
  play: playLoading('Чаты'),
} satisfies Scene;

const callRow = /Родительское собрание 8 Б/;

/** The week's lessons among the videoconferences. */
export const lessonsInCalls = {
  states: {
    well: { reads: [callRow, /Русский язык/], lacks: [anyTrouble, /Сеанс дневника/] },
    ...troubleStates('Дневник', callRow, again),
    signedOut: { reads: [/Сеанс дневника закончился\./, callRow, again], lacks: [/button "Войти снова"/] },
  },
  play: playLoading('Видеоконференции'),
} satisfies Scene;

/** Buttons at the lessons of a page that is loaded, or shows another part of it. */
function playLessons(show: 'diary' | 'schedule' | 'month', endpoint: EndpointName) {
  return async (tools: Tools): Promise<Play> => {
    const { stand } = tools;
    const diary = await openLinkedDiary(tools);
    if (show !== 'diary') await diary.role('link', 'Расписание').click();
    const load = async () => {
      await diary.reload();
      if (show === 'month') await diary.text('Показать месяц').click();
    };
    return {
      diary,
      prepare: async () => undefined,
      async act() {
        const from = stand.requests.length;
        await load();
        const isAsked = () =>
          stand.requests
            .slice(from)
            .some((one) => one.endpoint === endpoint && one.headers['cache-control'] === 'no-cache');
        for (let tries = 0; tries < 100 && !isAsked(); tries += 1) await pause(30);
        // What can come of it has come by then.
        await pause(800);
      },
      async read() {
        const shown = await diary.evaluate(() => document.querySelector<HTMLElement>('.content')?.innerText ?? '');
        return `${shown}\n${(await marksOf(diary)).map((mark) => `at ${mark}`).join('\n')}`;
      },
      goOn: load,
    };
  };
}

const lessonStates = {
  well: { reads: [/Алгебра/, /^at .*Подключиться/m] },
  plain: { reads: [/Алгебра/], lacks: [/Подключиться/] },
};

export const lessonsOfDiary = (endpoint: EndpointName) =>
  ({ states: lessonStates, play: playLessons('diary', endpoint) }) satisfies Scene;

export const lessonsOfSchedule = (endpoint: EndpointName) =>
  ({ states: lessonStates, play: playLessons('schedule', endpoint) }) satisfies Scene;

export const lessonsOfMonth = (endpoint: EndpointName) =>
  ({ states: lessonStates, play: playLessons('month', endpoint) }) satisfies Scene;
