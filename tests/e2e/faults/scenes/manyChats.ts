import { manyChats } from '../../../stand/scenarios/conversations.ts';
import { family } from '../../../stand/scenarios/family.ts';
import type { Scenario } from '../../../stand/scenarios/scenario.ts';
import type { Surface } from '../../driver/types.ts';
import { anyTrouble, troubleStates } from '../states.ts';
import { clickIfThere, closeSection, forgetRun, openLinkedDiary, openSectionAnew } from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

const mariaId = 871000002;
const elenaId = 871000010;

/** More chats than one answer holds. */
const scenario: Scenario = { ...family, chats: [...family.chats, ...manyChats(300, mariaId, elenaId)] };

function playChats(act: (section: Surface) => Promise<void>) {
  return async ({ browser, stand }: Tools): Promise<Play> => {
    stand.reset(scenario);
    const diary = await openLinkedDiary({ browser, stand });
    let section: Surface | undefined;
    const open = async () => {
      await closeSection(diary);
      await forgetRun(browser);
      section = await openSectionAnew(diary);
      await section.role('button', /Кружок № 1 /).waitFor();
    };
    return {
      diary,
      prepare: open,
      async act() {
        if (section) await act(section);
      },
      read: async () => (await section?.outline()) ?? '',
      async goOn() {
        if (!section || !(await clickIfThere(section, 'Повторить'))) await open();
        if (section) await act(section);
      },
    };
  };
}

/** The list is scrolled to where the next page begins. */
export const nextPage = {
  states: {
    well: { reads: [/Кружок № 300 /], lacks: [anyTrouble] },
    ...troubleStates('VK Мессенджер', /button "Повторить"/),
    pause: { reads: [/VK Мессенджер просит немного подождать/, /Повторим сами через \d+:\d\d/] },
  },
  play: playChats(async (section) => {
    await section.role('searchbox').press('ArrowDown');
    await section.press('End');
  }),
} satisfies Scene;

/** A chat is looked for that is not among those held. */
export const search = {
  states: {
    well: { reads: [/Кружок № 299 /] },
    'not found': { reads: [/VK Мессенджер не дал поискать среди всех чатов/, /button "Очистить поиск"/] },
  },
  play: playChats((section) => section.role('searchbox').fill('299')),
} satisfies Scene;
