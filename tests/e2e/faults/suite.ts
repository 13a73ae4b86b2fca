import { setTimeout as pause } from 'node:timers/promises';
import type { RequestRecord } from '../../stand/requests.ts';
import type { Browser, Page } from '../driver/types.ts';
import { type FaultName, faultNames, faults } from './faults.ts';
import { forgetAll, forgetRun } from './scenes/common.ts';
import type { Play, Tools } from './scenes/scene.ts';
import { isState, type State } from './states.ts';
import { type Row, table } from './table.ts';

/** What is late, but not too late, answers after so long, milliseconds. */
const late = 5500;

/** A state has come by then, milliseconds. */
const longest = 10_000;

/** How one case ended: `problems` is empty where it ended as the table says. */
interface Case {
  fault: FaultName;
  milliseconds: number;
  requests: number;
  problems: string[];
}

/**
 * Plays one request with each of these faults, in one browser. Gives what went otherwise than the table says, a line each, and prints
 * how many cases there were.
 */
export async function playRow(row: Row, tools: Tools, chosen: readonly FaultName[] = faultNames): Promise<string[]> {
  const play = await row.scene.play(tools);
  const cases: Case[] = [];
  for (const fault of chosen) {
    const one = await playCase(row, fault, play, tools).catch((error) => failedCase(fault, error));
    heal(row, tools);
    cases.push(one);
    // At once: whoever runs out of time still knows what there was.
    for (const problem of one.problems) console.log(`${row.name} × ${fault}: ${problem}`);
  }
  const slowest = Math.max(...cases.map(({ milliseconds }) => milliseconds));
  const most = Math.max(...cases.map(({ requests }) => requests));
  console.log(`${row.name}: ${cases.length} faults, slowest ${slowest} ms, at most ${most} requests`);
  return cases.flatMap(({ fault, problems }) => problems.map((problem) => `${row.name} × ${fault}: ${problem}`));
}

/** A few requests, each with a few faults: what is likeliest, and what was wrong once. */
const sample: readonly (readonly [string, readonly FaultName[]])[] = [
  ['whose diary it is', ['server error', 'redirect']],
  ['the week, among the videoconferences', ['refused', 'other types']],
  ['homework', ['server error']],
  ['who is signed in, when the section opens', ['page']],
  ['the lists, read again', ['dropped']],
  ['«Сегодня»: who', ['truncated']],
  ['who is signed in, before a call opens', ['slow']],
  ['who is signed in, in linking', ['too many']],
];

/** Plays the sample in one browser, each row from the beginning. Gives what {@link playRow} gives. */
export async function playSample({ browser, stand }: Tools): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, chosen] of sample) {
    const row = table.find((one) => one.name === name);
    if (!row) throw new Error(`The table has no «${name}»`);
    stand.reset();
    problems.push(...(await playRow(row, { browser, stand }, chosen)));
    for (const page of await browser.pages()) await page.close();
    await forgetAll(browser);
  }
  return problems;
}

/** The person could not go the way of the scene. */
function failedCase(fault: FaultName, error: unknown): Case {
  return { fault, milliseconds: 0, requests: 0, problems: [String(error)] };
}

/** Two faults of a row, others than of its neighbours: of the whole table each fault meets several requests. */
export function twoOf(row: Row): FaultName[] {
  const index = 2 * table.indexOf(row);
  return [index, index + 7].flatMap((one) => faultNames[one % faultNames.length] ?? []);
}

async function playCase(row: Row, fault: FaultName, play: Play, { browser, stand }: Tools): Promise<Case> {
  const { states } = row.scene;
  const name = row.expected[fault];
  const problems: string[] = [];
  await play.prepare();
  const links = await linksOf(browser);
  stand.faults.set(row.endpoint, { ...faults[fault], ...onlyOurs(row.endpoint) });
  if (row.beside) stand.faults.set(row.beside, { kind: 'slow', ms: late, ...onlyOurs(row.beside) });
  const from = stand.requests.length;
  if (play.forgetsRun) await forgetRun(browser);
  await play.act();
  const begin = performance.now();
  const found = await waitForState(play, states[name], longest);
  const milliseconds = Math.round(performance.now() - begin);
  const asked = stand.requests.slice(from).filter(isOfExtension);
  const requests = countOnce(asked.filter(({ endpoint }) => endpoint === row.endpoint));
  if (found !== null) problems.push(`not «${name}», but\n${found}`);
  if (requests === 0) problems.push('it was never asked');
  problems.push(...asked.filter(isUnknown).map(({ host, path }) => `${host}${path} is not in the table`));
  if (requests > row.most) problems.push(`asked ${requests} times, ${row.most} at most`);
  if (play.diary) problems.push(...(await lackOf(play.diary)));
  const left = await linksOf(browser);
  const lost = links.filter((link) => !left.includes(link));
  if (lost.length > (play.unlinks ? 1 : 0)) problems.push(`lost the links ${lost}`);

  heal(row, { stand });
  if (name !== 'well' || problems.length > 0) await play.goOn();
  const after = await waitForState(play, states.well, longest);
  if (after !== null) problems.push(`not healed, but\n${after}`);
  return { fault, milliseconds, requests, problems };
}

function heal({ endpoint, beside }: Row, { stand }: Pick<Tools, 'stand'>): void {
  stand.faults.clear(endpoint);
  if (beside) stand.faults.clear(beside);
}

/** The diary's own page goes on. */
function onlyOurs(endpoint: Row['endpoint']): { only?: 'extension' } {
  return endpoint.startsWith('diary.') ? { only: 'extension' } : {};
}

/** The extension asks past the browser's cache; pictures are asked for by the browser. */
function isOfExtension({ headers, endpoint }: RequestRecord): boolean {
  return headers['cache-control'] === 'no-cache' || endpoint === 'photos';
}

/** A new diary's redirect to its own sign-in page is followed. */
function isUnknown({ endpoint }: RequestRecord): boolean {
  return (
    endpoint !== 'diary.loginPage' && !table.some((row) => row.endpoint === endpoint) && !endpoint?.startsWith('host.')
  );
}

/** A browser repeats by itself, at once, what breaks off on a connection that it had open already. */
const atOnce = 100;

function countOnce(asked: readonly RequestRecord[]): number {
  const last = new Map<string, number>();
  let count = 0;
  for (const { method, host, path, query, realTime } of asked) {
    const key = `${method} ${host}${path} ${JSON.stringify(query)}`;
    if (realTime - (last.get(key) ?? 0) > atOnce) count += 1;
    last.set(key, realTime);
  }
  return count;
}

/** `null` as soon as the state is there; else what was read at last. */
async function waitForState(play: Play, state: State | undefined, timeout: number): Promise<string | null> {
  const end = performance.now() + timeout;
  for (;;) {
    const text = await play.read().catch(String);
    if (state && isState(text, state)) return null;
    if (performance.now() > end) return text;
    await pause(50);
  }
}

/** What the diary's own page does not have any more. */
async function lackOf(diary: Page): Promise<string[]> {
  const { menu, rows } = await diary.evaluate(() => ({
    menu: document.querySelector<HTMLElement>('ul.menu')?.innerText ?? '',
    rows: document.querySelectorAll('.content tr').length,
  }));
  const isWhole = ['Дневник', 'Расписание', 'Почта'].every((label) => menu.includes(label));
  return [
    ...(isWhole ? [] : [`the diary's menu reads ${menu}`]),
    ...(rows > 5 ? [] : [`the diary shows ${rows} rows`]),
  ];
}

/** The diary accounts that are linked. */
function linksOf(browser: Browser): Promise<string[]> {
  return browser.inExtension(async () => {
    interface Extension {
      chrome: { storage: { local: { get(key: string): Promise<Record<string, { value: object } | undefined>> } } };
    }
    const { links: kept } = await (globalThis as unknown as Extension).chrome.storage.local.get('links');
    return Object.keys(kept?.value ?? {});
  });
}
