import { waitUntil } from '../driver/wait.ts';
import { expect, test } from '../fixture.ts';
import { openDiary, openedCalls, pause, setTime } from '../lessons.ts';
import { agreed, diesElsewhere, waitingPoints } from './waiting.ts';

test.use({ agreesTo: agreed });

let kills = 0;

test.afterAll(() => {
  console.log(`${kills} kills at waiting points here; ${Object.keys(diesElsewhere).length} points die in other tests`);
});

for (const [name, { waitsFor, asked, come }] of Object.entries(waitingPoints)) {
  test(`the background dies while it waits: ${name} @full`, async ({ browser, stand }) => {
    const { act, heals } = await come({ browser, stand });
    const from = stand.requests.length;
    stand.faults.set(waitsFor, { kind: 'slow', ms: 8000 });
    const acting = act();
    await waitUntil(
      async () => stand.requests.slice(from).some(({ path, query }) => asked.test(`${path}?act=${query.act ?? ''}`)),
      { what: `a request ${asked}` },
    );
    stand.faults.clear();
    await browser.killBackground();
    kills += 1;
    await acting;
    await heals();
    const errors = await browser.consoleErrors();
    expect(errors.length, errors.join('\n')).toBeLessThan(5);
  });
}

test('the background dies as it opens a call: one tab is there, not two @full @both', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  for (const moment of [50, 100, 150, 200, 250]) {
    await diary.bringToFront();
    await diary.role('button', 'Подключиться').first().click();
    await pause(moment);
    await browser.killBackground();
    kills += 1;
    const call = await browser.waitForPage(/call_link/);
    await pause(2500);
    expect(await openedCalls(browser), `${moment} ms after the click`).toHaveLength(1);
    await call.close();
  }
});
