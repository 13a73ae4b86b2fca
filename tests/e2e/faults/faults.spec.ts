import { expect, test } from '../fixture.ts';
import { requestsOfCode, unknownSpeakers } from './codeRequests.ts';
import { faultNames } from './faults.ts';
import { playRow, playSample, twoOf } from './suite.ts';
import { slowTogether, table } from './table.ts';

/** `FAULT='slow,page'`: these alone of the long table. */
const chosen = faultNames.filter((name) => process.env.FAULT?.split(',').includes(name) ?? true);

test('every request that the code can make has its row', () => {
  const endpoints = new Set<string>(table.map(({ endpoint }) => endpoint));
  expect(requestsOfCode().filter((name) => !endpoints.has(name))).toEqual([]);
  expect(unknownSpeakers()).toEqual([]);
  console.log(`${table.length * faultNames.length} cases: ${table.length} requests × ${faultNames.length} faults`);
});

test('a sample of requests and faults: each ends in its state, and the next success heals it', async ({
  browser,
  stand,
}) => {
  test.setTimeout(150_000);
  expect(await playSample({ browser, stand })).toEqual([]);
});

for (const row of slowTogether)
  test(`two services slow at once: ${row.name} @full @chromium`, async ({ browser, stand }) => {
    test.setTimeout(180_000);
    expect(await playRow(row, { browser, stand }, ['slow'])).toEqual([]);
  });

for (const row of table) {
  test(`${row.name}: every fault @full @chromium`, async ({ browser, stand }) => {
    test.setTimeout(600_000);
    expect(await playRow(row, { browser, stand }, chosen)).toEqual([]);
  });

  test(`${row.name}: two faults @full @firefox`, async ({ browser, stand }) => {
    test.setTimeout(180_000);
    expect(await playRow(row, { browser, stand }, twoOf(row))).toEqual([]);
  });
}
