import { expect, test } from '../fixture.ts';
import { requestsOfCode, unknownSpeakers } from './codeRequests.ts';
import { faultNames } from './faults.ts';
import { playRow, playSample } from './suite.ts';
import { table } from './table.ts';

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

for (const row of table) {
  test(`${row.name}: every fault @full @chromium`, async ({ browser, stand }) => {
    test.setTimeout(300_000);
    expect(await playRow(row, { browser, stand })).toEqual([]);
  });
}
