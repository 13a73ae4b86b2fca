import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptThings } from '../../../entrypoints/background/settings/keptThings.ts';
import { top } from '../builds.ts';
import { type Check, same } from './check.ts';
import { product, sourceFiles } from './sourceFiles.ts';

/** What is kept, by its key, and the words of PRIVACY.md that tell people of it. */
const told: Record<string, string> = {
  addedDiaries: 'Дневники, которые вы добавили',
  apiMemory: 'паузы, о которых просил VK',
  cautionedServices: 'названия сервисов, о входе в которые уже предупредили',
  diaryTrial: 'Адрес дневника, в который вы ещё не вошли',
  greeted: 'показаны ли приветствие',
  held: 'Чаты и звонки',
  lastSeen: 'учётная запись и ученик, которых видели в дневнике',
  lessonHintSeen: 'подсказка о камере и микрофоне',
  deleting: 'Отметка, что удаление',
  linkings: 'Шаг начатой привязки',
  linkingWindows: 'открытые для входа окна и вкладки',
  links: 'Связь: номер, имя и роль',
  linksOnly: 'настройка «Не обращаться к VK»',
  menuLabel: 'Какая надпись стоит в меню дневника',
  pendings: 'Что вы хотели открыть',
  peopleSeen: 'кто был в дневнике последним, его дети',
  presence: 'Ключи доступа VK',
  profiles: 'адреса фотографий учебных профилей',
  refusedPrivateWindow: 'Ссылка, ради которой вы разрешаете приватные окна',
  remindedCalls: 'О каких звонках уже напомнили',
  reminderOffer: 'предложены ли напоминания',
  reminderSettings: 'Настройки напоминаний',
  remindersClock: 'на сколько отстают часы компьютера',
  remindersRefreshed: 'когда дневник читали для напоминаний',
  signedOutForAWhile: 'Имя того, кто вышел на время',
  signOut: 'пока вы ждёте, что он выйдет',
  sites: 'сайты, на которых вы разрешили',
  stoppedVendorTabs: 'открытые для входа окна и вкладки',
  today: 'Предметы, время, учителя и ссылки на звонки',
  usedByHand: 'когда вы открывали его в последний раз',
  toldZones: 'часовой пояс школы',
  vkid: 'VK ID, имя в VK ID',
  vkidFailed: 'когда не получился вход через VK ID',
};

/** What people were told is what the extension does: PRIVACY.md names everything that is kept. */
export function checkPromises(): Check[] {
  const code = sourceFiles(product)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(top, file), 'utf8'));
  const keys = code.flatMap((text) => [
    ...[...text.matchAll(/defineItem<[\s\S]*?\bkey: (?:'(\w+)'|`\$\{keyPrefix\})/g)].map(([, key = 'held']) => key),
    ...[...text.matchAll(/^const (?:seenKey = |labelKey = \(.*\) => )['`](\w+)/gm)].map(([, key = '']) => key),
  ]);
  const privacy = readFileSync(join(top, 'PRIVACY.md'), 'utf8');
  const untold = keys.filter((key) => !privacy.includes(told[key] ?? key));
  return [
    same('PRIVACY.md names everything that is kept', untold, []),
    same(
      'PRIVACY.md names nothing else',
      Object.keys(told).filter((key) => !keys.includes(key)),
      [],
    ),
    same(
      'the settings have a sentence for everything that is kept',
      Object.keys(keptThings).toSorted(),
      [...new Set(keys)].toSorted(),
    ),
  ];
}
