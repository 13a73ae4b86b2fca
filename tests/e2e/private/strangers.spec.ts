import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { pause } from '../lessons.ts';
import { link, maria, signInToDiary } from '../people.ts';

const stranger = 'stranger.example.ru';
const diaryPage = join(import.meta.dirname, '../../unit/lib/diary/page/fixtures/personalArea.html');

/** Whether the page has anything of ours in it. */
function hasOurs(page: Page): Promise<boolean> {
  return page.evaluate(() => [...document.querySelectorAll('*')].some((one) => one.localName.startsWith('sferum-')));
}

/** The address of the section's frame, as somebody might learn it who looks into their own diary. */
async function addressOfSection(page: Page): Promise<string> {
  const address = await page.evaluate(
    () => document.querySelector('sferum-section')?.shadowRoot?.querySelector('iframe')?.src,
  );
  return address ?? '';
}

async function linkKept(browser: Browser): Promise<boolean> {
  const kept = await browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } })
      .chrome;
    return JSON.stringify(await storage.local.get());
  });
  return kept.includes('871000002') || kept.includes('Мария');
}

test('a page that is no diary cannot tell that the extension is there @full', async ({ browser, stand }) => {
  stand.world.sites.set(
    stranger,
    `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Сайт</title><body>
    <script>
      window.seen = [];
      addEventListener('DOMContentLoaded', () => new MutationObserver((records) => seen.push(records.length)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
      addEventListener('message', ({ data }) => seen.push(data));
    </script><p>Урок: <a href="https://telemost.yandex.ru/j/12345678901234">ссылка</a></p></body></html>`,
  );
  const page = await browser.open(`https://${stranger}/`);
  await page.evaluate(() => {
    for (const message of ['sferum', { name: 'popup.read', payload: {} }]) window.postMessage(message, '*');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await pause(1500);
  const told = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: unknown[] };
    const { chrome } = window as unknown as { chrome?: { runtime?: unknown } };
    return { changes: seen.filter((one) => typeof one === 'number').length, runtime: typeof chrome?.runtime };
  });
  expect(told).toEqual({ changes: 0, runtime: 'undefined' });

  // The addresses that everybody can look up: in Firefox the host is made at random for each profile.
  const files = [
    'section.html',
    'notice.html',
    'popup.html',
    'icon/16.png',
    'content-scripts/links.js',
    'manifest.json',
  ];
  const origins = browser.name === 'chromium' ? [browser.extensionOrigin] : ['moz-extension://sferum-for-eschool'];
  const loaded = await page.evaluate(
    async (addresses) => {
      const results = addresses.flatMap((address) => [
        fetch(address).then(
          () => `${address} fetched`,
          () => '',
        ),
        new Promise<string>((resolve) => {
          const image = new Image();
          image.onload = () => resolve(`${address} drawn`);
          image.onerror = () => resolve('');
          image.src = address;
        }),
        new Promise<string>((resolve) => {
          const script = document.createElement('script');
          script.onload = () => resolve(`${address} run`);
          script.onerror = () => resolve('');
          script.src = address;
          document.body.append(script);
        }),
      ]);
      return (await Promise.all(results)).filter(Boolean);
    },
    origins.flatMap((origin) => files.map((file) => `${origin}/${file}`)),
  );
  expect(loaded).toEqual([]);

  const signedOut = await browser.open('https://school.r-19.ru/auth/login-page');
  await pause(1000);
  expect(await hasOurs(signedOut)).toBe(false);
});

test('a page that draws the diary at another address gets nothing @full', async ({ browser, stand }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  const html = await readFile(diaryPage, 'utf8');
  for (const host of ['school.r-19.ru.example', 'school-r-19.example', stranger]) {
    stand.world.sites.set(host, html);
    const from = stand.requests.length;
    const fake = await browser.open(`https://${host}/personal-area/#diary`);
    await pause(1000);
    expect(await hasOurs(fake)).toBe(false);
    expect(stand.requests.slice(from).filter(({ host: asked }) => /vk|r-19\.ru$/.test(asked))).toEqual([]);
    await fake.close();
  }
});

test('the section that a stranger frames or opens shows nothing, and no click goes through @full', async ({
  browser,
  stand,
}) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  const address = await addressOfSection(page);
  expect(address).toContain('section.html');
  const from = stand.requests.length;

  stand.world.sites.set(
    stranger,
    `<!doctype html><meta charset="utf-8"><title>Выигрыш</title><style>iframe{width:900px;height:400px;display:block}</style>
     <body><iframe src="${address}"></iframe><iframe src="${address.replace('section', 'notice')}"></iframe>
     <iframe src="${address.replace('section', 'options')}"></iframe>
     <iframe src="https://school.r-19.ru/personal-area/#diary"></iframe></body>`,
  );
  const framing = await browser.open(`https://${stranger}/`);
  await pause(1500);
  const own = (await framing.frames()).filter((one) => one.includes('section.html') || one.includes('notice.html'));
  for (const one of own) {
    const frame = await framing.frame(one);
    expect(await frame.evaluate(() => document.body?.innerText.trim() ?? '')).toBe('');
    expect(await frame.evaluate(() => document.querySelectorAll('button, a, input').length)).toBe(0);
  }
  // The diary in a stranger's frame has nothing of ours that a click could be led to.
  const diary = (await framing.frames()).find((one) => one.includes('personal-area'));
  if (diary) {
    const frame = await framing.frame('personal-area');
    expect(
      await frame.evaluate(
        () => [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('sferum-')).length,
      ),
    ).toBe(0);
  }
  for (let at = 0; at < 4; at += 1) await framing.css('iframe').nth(at).click();
  const tab = await browser.open(address).catch(() => null);
  if (tab) {
    await pause(1000);
    expect(await tab.evaluate(() => document.body?.innerText.trim() ?? '').catch(() => '')).not.toMatch(
      /Алгебра|Мария/,
    );
  }
  const asked = stand.requests.slice(from).map(({ host, path }) => host + path);
  expect(asked.filter((one) => one.includes('vk'))).toEqual([]);
});

test('what a page posts into the section is heard by nobody @full', async ({ browser, stand }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  const [from, tabs] = [stand.requests.length, (await browser.pages()).length];
  await page.evaluate(() => {
    const frame = document.querySelector('sferum-section')?.shadowRoot?.querySelector('iframe')?.contentWindow;
    const names = [
      'chats.open',
      'calls.join',
      'section.read',
      'links.remove',
      'kept.deleteAll',
      'unlink',
      'opened',
      'sferum-opened',
    ];
    for (let round = 0; round < 50; round += 1) {
      for (const name of names) {
        frame?.postMessage({ name, payload: {} }, '*');
        frame?.postMessage(name, '*');
        window.postMessage({ name, payload: {} }, '*');
      }
    }
    document.querySelector('sferum-section')?.shadowRoot?.querySelector('iframe')?.focus();
  });
  await pause(1500);
  expect(await section.role('button', /^Алгебра 8 Б/).count()).toBe(1);
  expect((await browser.pages()).length).toBe(tabs);
  expect(stand.requests.slice(from).filter(({ host }) => /vk/.test(host)).length).toBeLessThan(3);
  expect(await linkKept(browser)).toBe(true);
});

test('another extension is not listened to, in a page and in its background @full', async ({
  browser,
  stand,
}, testInfo) => {
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  expect(await linkKept(browser)).toBe(true);
  const ours =
    browser.name === 'chromium' ? new URL(browser.extensionOrigin).host : 'sferum-for-eschool@sferum-for-eschool.org';
  const folder = testInfo.outputPath('other');
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Other',
    version: '1',
    background: browser.name === 'chromium' ? { service_worker: 'ask.js' } : { scripts: ['ask.js'] },
    content_scripts: [{ matches: ['https://school.r-19.ru/*', `https://${stranger}/*`], js: ['ask.js'] }],
    browser_specific_settings: { gecko: { id: 'other@example.org' } },
  };
  const script = `
    const api = globalThis.browser ?? chrome;
    const names = ['kept.deleteAll', 'kept.read', 'linksOnly.set', 'popup.read', 'section.read', 'today.read', 'lessons.place'];
    const say = async (name) => {
      try { return JSON.stringify(await api.runtime.sendMessage(${JSON.stringify(ours)}, { name, payload: { on: true } })) ?? ''; }
      catch (error) { return ''; }
    };
    Promise.all(names.map(say)).then(async (told) => {
      try { api.runtime.connect(${JSON.stringify(ours)}).postMessage({ name: 'kept.read', payload: {} }); } catch {}
      if (globalThis.document) document.documentElement.dataset.other = told.filter((one) => one && one !== 'null').join() || 'nothing';
    });`;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'ask.js'), script);
  await browser.installOther(folder);
  stand.world.sites.set(stranger, '<!doctype html><title>Сайт</title><body></body>');
  await page.reload();
  for (const one of [page, await browser.open(`https://${stranger}/`)])
    await expect.poll(() => one.evaluate(() => document.documentElement.dataset.other)).toBe('nothing');
  expect(await linkKept(browser)).toBe(true);
  // Theirs: nobody is there.
  expect((await browser.consoleErrors()).filter((one) => !one.includes('Could not establish'))).toEqual([]);
});
