import type { Browser, Page, Surface } from './driver/types.ts';

/** How a person of the stand's family signs in. */
export interface Person {
  host: string;
  login: string;
  /** What VK ID knows them by; empty: they have no VK ID yet. */
  contact: string;
  password?: string;
  /** What they type where a form asks who they are. */
  about?: { firstName: string; lastName: string; birthDate: string; sex: string };
}

const school = 'https://school.r-19.ru';

export const maria: Person = { host: school, login: 'maria', contact: '+79130000001', password: 'vk-maria' };
export const petr: Person = { host: school, login: 'petr', contact: '+79130000003' };
export const elena: Person = { host: school, login: 'elena', contact: '+79130000010', password: 'vk-elena' };
export const olga: Person = {
  host: school,
  login: 'olga',
  contact: '+79130000020',
  about: { firstName: 'Ольга', lastName: 'Кузнецова', birthDate: '1988-03-14', sex: 'Женский' },
};
export const ivan: Person = {
  host: 'https://openschool.49gov.ru',
  login: 'ivan',
  contact: '+79130000030',
  about: { firstName: 'Иван', lastName: 'Петров', birthDate: '1985-06-01', sex: 'Мужской' },
};

/** Codes that the stand sends. */
const codes: [RegExp, string][] = [
  [/СМС|письма/, '123456'],
  [/уведомления/, '112233'],
  [/Последние 4 цифры/, '4321'],
];

/** Signs in to the diary by its own page and waits for the personal area. */
export async function signInToDiary(browser: Browser, person: Person, section = '#diary'): Promise<Page> {
  const page = await browser.open(`${person.host}/auth/login-page`);
  await page.field('Имя пользователя').fill(person.login);
  await page.field('Пароль').fill(`diary-${person.login}`);
  await page.role('button', 'Войти').click();
  await page.waitForAddress(/\/personal-area\//);
  if (section !== '#diary') await page.goto(`${person.host}/personal-area/${section}`);
  return page;
}

/** Opens the section from the menu. */
export async function openSection(page: Page, label: 'Авторизация в Сферум' | 'Сферум'): Promise<Surface> {
  await page.role('button', label).click();
  return page.frame('section.html');
}

/**
 * Goes through the pages of VK ID or VK Мессенджер as the person would, one form after the other, until the window is gone,
 * shows what `until` says, or has no form any more.
 */
export async function walkSignIn(window: Page, person: Person, until?: RegExp): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    if (await isOver(window, until)) return;
    const address = await window.url();
    const outline = await window.outline().catch(() => '');
    if (outline.includes('Телефон или почта')) await window.field('Телефон или почта').fill(person.contact);
    else if (outline.includes('Информация о себе')) await fillAbout(window, person);
    else if (outline.includes('Введите пароль')) await window.field('Пароль').fill(person.password ?? '');
    else await fillCode(window, outline);

    const ways = [
      window.role('button', 'Профиль Сферума'),
      window.role('button', 'Создать учебный профиль'),
      window.role('link', 'Создать учебный профиль'),
      window.role('button', /^Продолжить/),
    ];
    let goesOn = false;
    for (const way of ways) {
      if ((await way.count().catch(() => 0)) === 0) continue;
      goesOn = true;
      await way.click().catch(async (error: unknown) => {
        // The window may close by itself as soon as it has what it needs.
        if (!(await window.isClosed())) throw error;
      });
      break;
    }
    // Whoever is signed in has no form before them, also where nobody closes the window.
    if (!((await moved(window, address, outline)) || goesOn)) return;
  }
}

async function isOver(window: Page, until: RegExp | undefined): Promise<boolean> {
  if (await window.isClosed()) return true;
  return until?.test(await window.url().catch(() => '')) ?? false;
}

/** Waits until the window shows another form, or is gone. @returns whether it did */
async function moved(window: Page, address: string, outline: string): Promise<boolean> {
  for (let waited = 0; waited < 5000; waited += 50) {
    if (await window.isClosed()) return true;
    const now = await window.outline().catch(() => '');
    if (now !== '' && (now !== outline || (await window.url().catch(() => '')) !== address)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function fillCode(window: Page, outline: string): Promise<void> {
  const [label, code] = codes.find(([pattern]) => pattern.test(outline)) ?? [];
  if (label && code) await window.field(label).fill(code);
}

async function fillAbout(window: Page, { about }: Person): Promise<void> {
  if (!about) return;
  await window.field('Имя').fill(about.firstName);
  await window.field('Фамилия').fill(about.lastName);
  await window.field('Дата рождения').fill(about.birthDate);
  await window.css('select[name="sex"]').choose(about.sex);
}

/** Links from the section's first screen to «Проверьте данные» and «Связать», through VK ID's window. */
export async function link(browser: Browser, page: Page, person: Person): Promise<Surface> {
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), person);
  await section.role('button', 'Связать').click();
  await section.role('tab', 'Чаты').waitFor();
  return section;
}

/** Signs people in to VK Мессенджер in this browser, as they did some other day. */
export async function signInToMessenger(browser: Browser, value: string): Promise<void> {
  await browser.inExtension(
    (session) =>
      (globalThis as unknown as { chrome: { cookies: { set(details: object): Promise<unknown> } } }).chrome.cookies.set(
        {
          url: 'https://web.vk.me/',
          name: 'remixdsid',
          value: session,
          secure: true,
          sameSite: 'no_restriction',
          path: '/',
        },
      ),
    value,
  );
}
