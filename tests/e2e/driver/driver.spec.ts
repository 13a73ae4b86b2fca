import { expect, test } from '../fixture.ts';

/** A page with what journeys look for, each in a way that it may be found wrongly. */
const markup = `
  <main>
    <h1>Проба</h1>
    <button style="display: none">Спрятано</button>
    <button aria-label="Подключиться к уроку «Алгебра»"><span aria-hidden="true">▶</span> Подключиться</button>
    <button disabled>Рано</button>
    <label>Поиск <input type="search" /></label>
    <p id="hint">Регион</p>
    <select aria-labelledby="hint"><option>Хакасия</option><option>Карелия</option></select>
    <label><input type="checkbox" checked /> Напоминать</label>
    <table>
      <tr><th>Название</th><th>Время</th></tr>
      <tr><td>Алгебра</td><td>10:00</td></tr>
      <tr><td>Физика</td><td>11:00</td></tr>
    </table>
    <div role="tablist"><button role="tab" aria-selected="true">Чаты</button><button role="tab">Видео</button></div>
    <a href="#away"><img alt="Перейти" /></a>
    <output></output>
    <div id="cover" style="position: fixed; inset: 0; background: #fffc"></div>
    <div id="host"></div>
  </main>`;

test.beforeEach(async ({ browser }) => {
  const page = await browser.open('https://sferum.ru/');
  await page.evaluate((html) => {
    document.documentElement.lang = 'ru';
    document.title = 'Проба';
    document.body.innerHTML = html;
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.textContent = 'Внутри';
    const output = document.querySelector('output');
    button.onclick = (event) => {
      if (output) output.textContent = `нажато ${event.isTrusted}`;
    };
    root?.append(button);
    // What covers the page goes away by itself, as a dialog's backdrop does.
    setTimeout(() => document.querySelector('#cover')?.remove(), 400);
  }, markup);
});

test('@full things are found by role and name, in shadow roots too, and clicked when they can be', async ({
  browser,
}) => {
  const page = await browser.waitForPage(/sferum\.ru/);

  await page.role('button', 'Внутри').click();
  await page.text('нажато true').waitFor();

  expect(await page.role('button').count()).toBe(3);
  expect(await page.role('button', /Алгебра/).attribute('aria-label')).toContain('уроку');
  expect(await page.role('button', 'Спрятано').isVisible()).toBe(false);
  expect(await page.role('button', 'Рано').isEnabled()).toBe(false);
  expect(await page.role('row').having('физика').role('cell').allTexts()).toEqual(['Физика', '11:00']);
  expect(await page.role('row', 'Алгебра 10:00').isVisible()).toBe(true);
  expect(await page.role('tab', 'Чаты', { selected: true }).isVisible()).toBe(true);
  expect(await page.role('link', 'Перейти').count()).toBe(1);
  expect(await page.role('checkbox', 'Напоминать', { checked: true }).count()).toBe(1);
  await page.role('button', 'Спрятано').waitFor('hidden');
});

test('@full fields are filled and keys pressed as a person does it', async ({ browser }) => {
  const page = await browser.waitForPage(/sferum\.ru/);

  await page.field('Поиск').fill('алгебра');
  expect(await page.field('Поиск').value()).toBe('алгебра');
  expect(await page.focused()).toBe('searchbox "Поиск"');
  await page.field('Поиск').fill('');
  expect(await page.field('Поиск').value()).toBe('');

  await page.press('Tab');
  expect(await page.focused()).toBe('combobox "Регион"');
  await page.press('Shift+Tab');
  expect(await page.focused()).toBe('searchbox "Поиск"');

  await page.role('combobox', 'Регион').choose('Карелия');
  expect(await page.role('combobox', 'Регион').value()).toBe('Карелия');
});

test('@full what is not there is named together with what is', async ({ browser }) => {
  const page = await browser.waitForPage(/sferum\.ru/);

  const attempt = page.role('button', 'Нет такого').click({ timeout: 300 });

  await expect(attempt).rejects.toThrow(/Нет такого[\s\S]*heading "Проба"/);
  await expect(page.role('tab').click({ timeout: 300 })).rejects.toThrow(/Чаты[\s\S]*Видео/);
});
