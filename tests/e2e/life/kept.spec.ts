import type { Browser } from '../driver/types.ts';
import { letMariaIn } from '../faults/scenes/common.ts';
import { expect, test } from '../fixture.ts';
import { linkOfMaria, openDiary, setTime } from '../lessons.ts';
import { maria, openSection, type Person, signInToDiary } from '../people.ts';

/* What lies in the browser's storage was written by an earlier version, or by somebody else. */

const own = 'https://diary.gorod-example.ru';
const mariaThere: Person = { ...maria, host: own };
const link = linkOfMaria;
const { accountKey } = link;
const added = { origin: own, region: 'diary.gorod-example.ru', timeZone: 'Asia/Krasnoyarsk', markup: 'personalArea' };

const first = (value: unknown) => ({ version: 1, value });

interface Areas {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
}

/** As the first version wrote it: what was noted later is not there. */
const older: Areas = {
  local: {
    links: first({ [accountKey]: link }),
    addedDiaries: first([{ origin: own, region: 'diary.gorod-example.ru', timeZone: 'Asia/Krasnoyarsk' }]),
    linkings: first({ [accountKey]: { step: { name: 'a step of then' }, startedAt: Date.now() } }),
    reminderSettings: first({ areOn: false, minutesBefore: 7 }),
    'of a version that is gone': first([1, 2, 3]),
    'menuLabel:https://school.r-19.ru': true,
  },
  session: { 'held:871000002': first({ chats: [{ title: 'Чат прежней версии' }], at: Date.now() }) },
};

/** As a later version may write it, which the person has left again. */
const later: Areas = {
  local: {
    ...older.local,
    reminderSettings: { version: 9, value: { areOn: true } },
    cautionedServices: { version: 9, value: { telemost: true } },
  },
  session: { presence: { version: 9, value: 'of a later version' } },
};

const half = Object.fromEntries(Object.entries(link).slice(0, 5));
const strange = [null, 0, '', 'x', [], {}, [[]], { value: 1 }, { version: 1, value: { __proto__: null, a: [] } }];
const keys = [
  ['links', 'linkings', 'toldZones', 'diaryTrial', 'sites', 'usedByHand', 'refusedPrivateWindow'],
  ['cautionedServices', 'linksOnly', 'reminderSettings', 'reminderOffer', 'remindedCalls', 'lessonHintSeen'],
  ['addedDiaries'],
].flat();

/** Foreign, huge, half, of other types, and with the names that every object has; `addedDiaries` and `links` hold one good entry each. */
const spoilt: Areas = {
  local: {
    ...Object.fromEntries(keys.map((key, at) => [key, strange[at % strange.length]])),
    links: first({
      [accountKey]: link,
      half,
      'https://school.r-19.ru#1': { ...link, accountKey: 'https://school.r-19.ru#2' },
      'no origin#1': { ...link, accountKey: 'no origin#1', origin: 'no origin' },
      constructor: { ...link, accountKey: 'constructor', origin: 'https:school.r-19.ru' },
      toString: 'x',
      ...Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`https://a${at}.ru#1`, { ...half, at }])),
    }),
    addedDiaries: first([null, added, { ...added, origin: 'no origin' }, { ...added, origin: 'https://' }, 'x']),
    sites: first([1, 'no site', 'https://', 'javascript:alert(1)', 'https://mail.ru']),
    toldZones: first({ constructor: 'Asia/Omsk', 'https://school.r-19.ru': 'Nowhere' }),
    diaryTrial: first({ origin: 'no origin', timeZone: 'Asia/Omsk', startedAt: Date.now() }),
    usedByHand: first({ 'no origin': Date.now(), [accountKey]: 'x', constructor: 1 }),
    remindedCalls: first({ reminded: [{ marks: 1 }], joined: 'x' }),
    constructor: { a: 1 },
    toString: first('x'),
    hasOwnProperty: [1],
    huge: 'x'.repeat(2_000_000),
    'huge:list': Array.from({ length: 20_000 }, (_, at) => at),
  },
  session: {
    'held:871000002': { version: 3, value: { chats: 'x', at: 'x' } },
    'held:constructor': first({}),
    presence: first({ tokens: 'x' }),
    pendings: first({ 1: { at: 'x' } }),
    lastSeen: first([]),
    today: first({ [accountKey]: { x: 1 } }),
    peopleSeen: first({ 'https://school.r-19.ru': 1 }),
    apiMemory: first([1, 'x', null]),
    signOut: first({ since: 'x' }),
    vkid: first({ [accountKey]: {} }),
    linkingWindows: first({ [accountKey]: { vkid: 'x' } }),
  },
};

/** The browser lets the extension in there. */
async function addDiary(browser: Browser): Promise<void> {
  await (await signInToDiary(browser, mariaThere)).close();
  const welcome = await browser.extensionPage('welcome.html');
  await welcome.text('Другой адрес дневника').click();
  await welcome.field('Адрес дневника').fill(own);
  await welcome.role('button', 'Подключить дневник').click();
  await welcome.text('Дневник diary.gorod-example.ru подключён.').waitFor();
  await welcome.close();
}

/** Lies in the storage before the background begins. */
async function put(browser: Browser, areas: Areas): Promise<void> {
  await browser.killBackground();
  await browser.inExtension(async (all) => {
    interface Storage {
      set(items: object): Promise<void>;
    }
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Storage> } }).chrome;
    await storage.local.set(all.local);
    await storage.session.set(all.session);
  }, areas);
  await browser.killBackground();
}

test.use({ agreesTo: [`${own}/*`] });

for (const [name, areas] of Object.entries({ 'an older version': older, 'a later version': later, nobody: spoilt })) {
  test(`storage of ${name}: the diary works, what is good stays, and «Удалить всё» leaves nothing @full`, async ({
    browser,
    stand,
  }) => {
    test.setTimeout(120_000);
    setTime(stand, '08:40');
    await letMariaIn(browser, stand);
    await addDiary(browser);
    await put(browser, areas);

    await test.step('the diary, its lessons and the good link', async () => {
      const diary = await openDiary(browser, stand);
      await diary.role('button', 'Подключиться').first().waitFor();
      const section = await openSection(diary, 'Сферум');
      await section.role('button', /^8 Б — родители/).waitFor();
      expect(await section.text(/прежней версии/).count()).toBe(0);
      const popup = await browser.openPopup(diary);
      await popup.waitForText(/Алгебра, до 09:10/);
      await popup.close();
    });

    await test.step('the good diary that was added', async () => {
      const diary = await signInToDiary(browser, mariaThere);
      await diary.role('button', /Сферум/).waitFor();
      await diary.close();
    });

    await test.step('the settings, part by part, and deleting', async () => {
      const settings = await browser.extensionPage('options.html');
      await settings.role('button', 'Убрать дневник diary.gorod-example.ru').waitFor();
      await settings
        .role('button', /^Отвязать/)
        .first()
        .waitFor();
      expect(await settings.role('button', /^Отвязать/).count()).toBe(1);
      await settings.role('button', 'Включить напоминания').waitFor();
      await settings.role('button', 'Показать, что хранится').click();
      await settings.role('heading', 'На диске').waitFor();
      await settings.role('button', 'Удалить всё').click();
      await settings.role('button', 'Удалить').click();
      await settings.text('Всё удалено.').waitFor();
    });

    const left = await browser.inExtension(async () => {
      interface Storage {
        get(key: null): Promise<object>;
      }
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Storage> } })
        .chrome;
      return Object.keys(await storage.local.get(null));
    });
    expect(left.filter((key) => !/^(?:greeted|menuLabel:.*)$/.test(key))).toEqual([]);
    expect(await browser.consoleErrors()).toEqual([]);
  });
}
