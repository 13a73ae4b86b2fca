import { expect, test } from '../fixture.ts';
import { alwaysShow, openPopupWith } from '../toolbar.ts';

const site = 'https://school-site.example.ru';

/** A page with a frame of its own site in it, and one of another; and with a text that names two calls. */
const sitePage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школа</title><body><p></p>
<p>История: https://meet.google.com/abc-defg-hij География: https://meet.google.com/xyz-abcd-efg</p><script>
const inner = location.pathname === '/inner';
document.querySelector('p').textContent = inner
  ? 'Химия: https://dion.vc/event/chemistry'
  : 'Алгебра: https://telemost.yandex.ru/j/12345678901234';
for (const address of inner ? [] : ['/inner', 'https://elsewhere.example.ru/'])
  document.body.append(Object.assign(document.createElement('iframe'), { src: address, width: 400, height: 200 }));
</script></body></html>`;

test.describe('a page with frames', () => {
  test.use({ agreesTo: [`${site}/*`] });

  test('links in a frame of the same site are listed, and have buttons at once and after loading; another site’s frame is said; a text of two calls has no button that opens one of them @full @both', async ({
    browser,
    stand,
  }) => {
    stand.world.sites.set('school-site.example.ru', sitePage);
    stand.world.sites.set(
      'elsewhere.example.ru',
      '<!doctype html><meta charset="utf-8"><p>https://dion.vc/event/other',
    );
    const page = await browser.open(`${site}/`);
    const inner = await page.frame('/inner');
    const popup = await openPopupWith(browser, page, /Химия/);
    const text = await popup.text();
    expect(text).toMatch(/Яндекс Телемост Алгебра .*DION Химия /);
    expect(text.match(/DION/g)).toHaveLength(1);
    expect(text).toMatch(/Google Meet История .*Google Meet География /);
    expect(text).toMatch(/внутри вставок с других сайтов не показаны/);
    await alwaysShow(browser, page, popup);
    await page.role('button', 'Подключиться').waitFor();
    await inner.role('button', 'Подключиться').waitFor();
    await page.reload();
    const again = await page.frame('/inner');
    await again.role('button', 'Подключиться').click();
    await browser.waitForPage(/dion\.vc/);
    await page.bringToFront();
    const after = await openPopupWith(browser, page, /Больше не показывать кнопки на этом сайте/);
    await after.click('Больше не показывать кнопки на этом сайте');
    await expect.poll(() => again.role('button', 'Подключиться').count()).toBe(0);
  });
});
