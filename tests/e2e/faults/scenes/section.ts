import { setTimeout as pauseFor } from 'node:timers/promises';
import type { EndpointName } from '../../../stand/faults.ts';
import type { Surface } from '../../driver/types.ts';
import { ageHeld } from '../../section.ts';
import { anyTrouble, troubleStates } from '../states.ts';
import { clickIfThere, closeSection, forgetRefusals, forgetRun, openLinkedDiary, openSectionAnew } from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

const again = /button "Повторить"/;
const rows = /8 Б — родители/;
const pause = [/VK Мессенджер просит немного подождать/, /Повторим сами через \d+:\d\d/];

/** The chats, and nothing to complain of. */
const well = { reads: [/tab "Чаты"/, rows], lacks: [anyTrouble] };

interface Opening {
  /** What VK does not serve anyway. */
  without?: readonly EndpointName[];
  tab?: 'Чаты' | 'Видеоконференции';
}

/** The section is opened where nothing is held of anybody. */
function playOpening({ without = [], tab = 'Чаты' }: Opening = {}) {
  return async ({ browser, stand }: Tools): Promise<Play> => {
    const diary = await openLinkedDiary({ browser, stand });
    let section: Surface | undefined;
    const open = async () => {
      section = await openSectionAnew(diary);
      if (tab !== 'Чаты') await section.role('tab', tab).click();
    };
    return {
      diary,
      forgetsRun: true,
      async prepare() {
        await closeSection(diary);
        for (const endpoint of without) stand.faults.set(endpoint, { kind: 'unknownMethod' });
      },
      act: open,
      read: async () => (await section?.outline()) ?? '',
      async goOn() {
        if (section && (await clickIfThere(section, 'Повторить'))) return;
        // VK asked for a pause: it is over.
        await forgetRun(browser);
        await open();
      },
    };
  };
}

/** Who is signed in to VK Мессенджер is not known: nobody's chats are shown. */
export const whoIsHere = {
  states: {
    well,
    ...troubleStates(
      'VK Мессенджер',
      /Не получилось узнать, кто сейчас вошёл в Сферум, поэтому чаты скрыты\./,
      /Мария Соколова/,
      again,
    ),
  },
  play: playOpening(),
} satisfies Scene;

const listStates = {
  well,
  ...troubleStates('VK Мессенджер', /tab "Чаты"/, again),
  pause: { reads: pause },
};

/** The section’s first lists: whoever is here is known, and nothing is held. */
export const firstLists = { states: listStates, play: playOpening() } satisfies Scene;

/** The first lists of a server that does not know `execute`. */
export const listsOneByOne = { states: listStates, play: playOpening({ without: ['api.execute'] }) } satisfies Scene;

/** It comes again every week: by whatever clock its next time is to come. */
const callRow = /Классный час.*Организатор/;

/** «Видеоконференции» of such a server. */
export const callsOneByOne = {
  states: {
    ...listStates,
    well: { reads: [/tab "Видеоконференции"/, callRow], lacks: [anyTrouble] },
    partly: { reads: [/Не удалось прочитать видеоконференций: \d+\. Остальные показаны\./, /button "Обновить"/] },
    /** Lessons have links of their own. */
    'lessons alone': { reads: [/tab "Видеоконференции"/, /Русский язык/], lacks: [anyTrouble] },
  },
  play: playOpening({ without: ['api.execute'], tab: 'Видеоконференции' }),
} satisfies Scene;

/** The lists are there, and the person or the clock has them read again: what is held stays. */
function playAgain(how: 'by the person' | 'for what is on') {
  return async (tools: Tools): Promise<Play> => {
    const { browser, stand } = tools;
    const diary = await openLinkedDiary(tools);
    let section: Surface | undefined;
    const open = async () => {
      section = await openSectionAnew(diary);
      await section.text(rows).first().waitFor();
    };
    return {
      diary,
      async prepare() {
        const isReady = section && (await section.role('button', 'Обновить', { disabled: false }).count()) > 0;
        // A server that does not take `execute` is not asked for it again that day.
        if (isReady) await forgetRefusals(browser);
        else {
          await forgetRun(browser);
          await open();
        }
      },
      async act() {
        const from = stand.requests.length;
        const isAsked = () => stand.requests.slice(from).some(({ endpoint }) => endpoint === 'api.execute');
        const untilAsked = async () => {
          for (let tries = 0; tries < 75 && !isAsked(); tries += 1) await pauseFor(20);
        };
        if (how === 'by the person') {
          await section?.role('button', 'Обновить').click();
          await untilAsked();
        }
        // As the section itself does every half a minute: where it has just done so, nothing is asked.
        else
          for (let tries = 0; tries < 5 && !isAsked(); tries += 1) {
            await ageHeld(browser, 30_000);
            await section?.evaluate(
              () =>
                void (globalThis as unknown as Extension).chrome.runtime.sendMessage({
                  name: 'calls.live',
                  payload: {},
                }),
            );
            await untilAsked();
          }
        // What stands there is as it should be: whether it still does counts from the answer on.
        await pauseFor(200);
      },
      read: async () => (await section?.outline()) ?? '',
      async goOn() {
        if (section && (await clickIfThere(section, 'Повторить'))) return;
        if (section && (await clickIfThere(section, 'Обновить'))) return;
        await forgetRun(browser);
        await open();
      },
    };
  };
}

interface Extension {
  chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
}

const heldStates = {
  well,
  ...troubleStates('VK Мессенджер', rows, again),
  pause: { reads: [...pause, rows] },
};

export const listsAgain = { states: heldStates, play: playAgain('by the person') } satisfies Scene;

export const whatIsOn = { states: heldStates, play: playAgain('for what is on') } satisfies Scene;
