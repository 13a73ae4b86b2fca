import { moveToMax } from '../../../stand/shortcuts.ts';
import { personOf } from '../../../stand/world.ts';
import { signInToSferum, signOutOfSferum } from '../../conflict.ts';
import type { Browser, Page, Surface } from '../../driver/types.ts';
import { forgetRun, keepInBrowser, openLinkedDiary, openSectionAnew } from '../../faults/scenes/common.ts';
import { linkMaria, openDiary, planSharedServer, setTime } from '../../lessons.ts';
import { maria, openSection, petr, signInToDiary } from '../../people.ts';
import { ageHeld } from '../../section.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

function inSection(page: Page, surface: Surface) {
  return (name: string, more: Partial<Seen> = {}): Seen => ({ name, place: 'section', page, surface, ...more });
}

/** VK does not give the lists. */
async function* listsFail(tools: Tools): AsyncGenerator<Seen> {
  const { browser, stand } = tools;
  const page = await openLinkedDiary(tools);
  let section = await openSection(page, 'Сферум');
  await section.text('Алгебра 8 Б').waitFor();
  await section.role('button', 'Обновить').waitFor();

  for (const host of ['host.api.vk.me', 'host.api.vk.com', 'host.api.vk.ru'] as const)
    stand.faults.set(host, { kind: 'reset' });
  await ageHeld(browser, 7 * 60_000);
  await section.role('button', 'Обновить').click();
  await section.text(/VK Мессенджер не отвечает/).waitFor('visible', { timeout: 20_000 });
  yield inSection(page, section)('chats-offline', { isActed: true });
  stand.faults.clear();

  await forgetRun(browser);
  stand.faults.set('api.execute', { kind: 'vkError', code: 9 });
  stand.faults.set('api.messages.getConversations', { kind: 'vkError', code: 9 });
  section = await openSectionAnew(page);
  await section.text(/Повторим сами через [12]:\d\d/).waitFor('visible', { timeout: 20_000 });
  yield inSection(page, section)('chats-limited', { isBrief: true });
  stand.faults.clear();

  await forgetRun(browser);
  stand.faults.set('messenger.webToken', { kind: 'reset' });
  section = await openSectionAnew(page);
  await section.text(/чаты скрыты/).waitFor('visible', { timeout: 20_000 });
  yield inSection(page, section)('chats-hidden');
  stand.faults.clear();

  await forgetRun(browser);
  stand.faults.set('messenger.webToken', { kind: 'slow', ms: 9000 });
  section = await openSectionAnew(page);
  await section.role('searchbox').waitFor();
  yield inSection(page, section)('chats-loading', { isBrief: true });
}

/** The school is in MAX. */
async function* max(tools: Tools): AsyncGenerator<Seen> {
  const { browser, stand } = tools;
  const page = await openLinkedDiary(tools);
  moveToMax(stand.world);
  let section = await openSection(page, 'Сферум');
  await section.text('Алгебра 8 Б').waitFor();
  await section.role('button', 'Обновить').click();
  await section.text(/^Чаты только для чтения/).waitFor();
  yield inSection(page, section)('max-read-only');

  delete personOf(stand.world, 'maria').educational;
  await forgetRun(browser);
  section = await openSectionAnew(page);
  await section.text(/^Учебный профиль не нашёлся/).waitFor();
  yield inSection(page, section)('max-no-profile');
}

/** Who is signed in: several, another, nobody. */
async function* people(tools: Tools): AsyncGenerator<Seen> {
  const { browser, stand } = tools;
  const page = await signInToDiary(browser, maria);
  await linkMaria(browser);
  await signInToSferum(browser, stand, 'maria');
  await page.reload();
  const section = await openSection(page, 'Сферум');
  const see = inSection(page, section);
  await section.text('Алгебра 8 Б').waitFor();
  await signInToSferum(browser, stand, 'petr');
  await page.bringToFront();
  await section.text('Алгебра 8 Б').waitFor('visible', { timeout: 20_000 });
  await section.role('button', /^Алгебра 8 Б/).click();
  await section.text(/^Откроется профиль, который сейчас активен/).waitFor();
  yield see('several-people', { isActed: true });

  await section.role('button', /^Нет/).click();
  await section.role('list', 'Способы').waitFor();
  yield see('several-people-change', { isActed: true });

  for (const session of stand.world.messenger.sessions.values()) {
    session.accounts = session.accounts.filter(({ person }) => person === 'petr');
    session.active = 'petr';
  }
  await signInToSferum(browser, stand, 'petr');
  await page.bringToFront();
  await section.text(/другого человека: Пётр, ученик/).waitFor('visible', { timeout: 20_000 });
  yield see('another-person');

  await signOutOfSferum(browser);
  await page.bringToFront();
  await section.role('button', 'Войти снова').waitFor('visible', { timeout: 20_000 });
  yield see('nobody');
}

/** The account's link was not used for half a year. */
async function* longUnused(tools: Tools): AsyncGenerator<Seen> {
  const page = await openLinkedDiary(tools);
  await ageLink(tools.browser);
  const section = await openSection(page, 'Сферум');
  await section.text('Алгебра 8 Б').waitFor();
  yield inSection(page, section)('long-unused');
}

async function ageLink(browser: Browser): Promise<void> {
  await browser.inExtension(async () => {
    interface Kept {
      links: { value: Record<string, { usedAt: number }> };
    }
    const { local } = (
      globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<Kept>; set(items: object): Promise<void> } } };
      }
    ).chrome.storage;
    const kept = await local.get('links');
    for (const link of Object.values(kept.links.value)) link.usedAt -= 200 * 24 * 3_600_000;
    await local.set(kept);
  });
}

/** The diary does not say who is there; VK must not be asked; the browser keeps a right back. */
async function* closed({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  await keepInBrowser(browser, 'local', 'linksOnly', true);
  await browser.killBackground();
  await page.reload();
  let section = await openSection(page, 'Авторизация в Сферум');
  await section.text(/включено «Не обращаться к VK»/).waitFor();
  yield inSection(page, section)('links-only');

  await section.role('link', 'Перейти в Сферум').click();
  await section.role('button', 'Всё равно открыть').waitFor();
  yield inSection(page, section)('links-only-messenger', { isActed: true });
  await keepInBrowser(browser, 'local', 'linksOnly', false);
  await browser.killBackground();

  stand.faults.set('diary.GetPersonData', { kind: 'status', status: 502, only: 'extension' });
  await page.reload();
  section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Повторить').waitFor('visible', { timeout: 20_000 });
  yield inSection(page, section)('diary-silent');

  stand.faults.set('diary.GetPersonData', { kind: 'html', only: 'extension' });
  await section.role('button', 'Повторить').click();
  await section.role('heading', 'Дневник просит войти снова').waitFor('visible', { timeout: 20_000 });
  yield inSection(page, section)('diary-signed-out', { isActed: true });
}

/** A school of the server of many regions. */
async function* zone({ browser, stand }: Tools): AsyncGenerator<Seen> {
  const { host } = planSharedServer(stand, 'Asia/Krasnoyarsk');
  const page = await signInToDiary(browser, { ...petr, host: `https://${host}` });
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.field('Часовой пояс школы').waitFor();
  yield inSection(page, section)('zone-question');
}

export const troubleJourneys: readonly Journey[] = [
  { name: 'lists that fail', play: listsFail },
  { name: 'a school in MAX', play: max },
  { name: 'other people', play: people },
  { name: 'a link long unused', play: longUnused },
  { name: 'a section that is closed', play: closed },
  { name: 'a zone that is not known', play: zone },
];
