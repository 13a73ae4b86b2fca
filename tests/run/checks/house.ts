import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { top } from '../builds.ts';
import { type Check, same } from './check.ts';
import { product, sourceFiles } from './sourceFiles.ts';

/** A reader takes a file in at once, and a room at a glance; unit tests, and what is called a table, are tables of cases. */
const most = { lines: 250, linesOfTables: 500, files: 16 };

/** Each room may have one of these. */
const ofEachRoom = ['handlers.ts', 'index.ts', 'main.tsx', 'style.css', 'types.ts'];

/** The order of the house: sizes, and one name for one thing. */
export function checkHouse(): Check[] {
  const own = sourceFiles(product);
  const all = [...own, ...sourceFiles(['tests'])];
  return [
    same(`no file over ${most.lines} lines`, longFiles(all), []),
    same(`no room with more than ${most.files} files`, fullRooms(all), []),
    same('one exported name, one thing', repeatedExports(own), []),
    same('one file name, one thing', repeatedFiles(own), []),
    same('no room of the background needs one that needs it', circles(own), []),
  ];
}

function longFiles(files: string[]): string[] {
  return files
    .filter((file) => /\.(tsx?|css|js|html)$/.test(file))
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > limitOf(file) && !longYet.includes(file))
    .map(({ file, lines }) => `${file}: ${lines}`);
}

function limitOf(file: string): number {
  return /^tests\/(?:unit\/|.*\/table\.ts$)/.test(file) ? most.linesOfTables : most.lines;
}

function fullRooms(files: string[]): string[] {
  const sizes = new Map<string, number>();
  for (const room of files.map(dirname)) sizes.set(room, (sizes.get(room) ?? 0) + 1);
  return [...sizes]
    .filter(([room, size]) => size > most.files && !fullYet.includes(room))
    .map(([room, size]) => `${room}: ${size}`);
}

/** Types, functions and values that two files export under one name. */
function repeatedExports(files: string[]): string[] {
  const declared =
    /^export (?:default )?(?:abstract |async |declare )*(?:interface|type|class|enum|function\*?|const|let) (\w+)/gm;
  const exported = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [...read(file).matchAll(declared)].map(([, name = '']) => ({ name, file })));
  return repeated(exported).filter((found) => !sameYet.includes(found.split(':')[0] ?? ''));
}

/** Files of one name in two rooms. `lib/messages` has a file for each noun that the rooms have too. */
function repeatedFiles(files: string[]): string[] {
  const named = files
    .filter((file) => !file.startsWith('lib/messages/') && /\.(tsx?|css)$/.test(file))
    .map((file) => ({ name: basename(file), file }))
    .filter(({ name }) => !ofEachRoom.includes(name));
  return repeated(named).filter((found) => !sameYet.includes(found.split(':')[0] ?? ''));
}

/** Rooms that cannot be read without each other, in whatever many steps. */
function circles(files: string[]): string[] {
  const place = 'entrypoints/background/';
  const needs = new Map<string, Set<string>>();
  for (const file of files.filter((one) => one.startsWith(place))) {
    const [room = '', name] = file.slice(place.length).split('/');
    if (!name) continue;
    const others = [...read(file).matchAll(/from '@\/entrypoints\/background\/(\w+)\//g)].map(
      ([, other = '']) => other,
    );
    needs.set(room, new Set([...(needs.get(room) ?? []), ...others]));
  }
  // A room that needs none but those taken away already is taken away: those of a circle remain.
  const free = () => [...needs].find(([, others]) => [...others].every((other) => !needs.has(other)));
  for (let one = free(); one; one = free()) needs.delete(one[0]);
  return [...needs.keys()];
}

function repeated(named: { name: string; file: string }[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const { name, file } of named) places.set(name, (places.get(name) ?? new Set()).add(file));
  return [...places].filter(([, files]) => files.size > 1).map(([name, files]) => `${name}: ${[...files].join(', ')}`);
}

function read(file: string): string {
  return readFileSync(join(top, file), 'utf8');
}

/** What is still to be mended; nothing is added here. */
const longYet: readonly string[] = [
  'components/calls/CallTable.css',
  'lib/diary/page/shownLessons.ts',
  'tests/stand/diary/static/page.css',
  'tests/unit/lib/conflict/mayOpen.test.ts',
];
const fullYet: readonly string[] = ['lib/messages'];
const sameYet: readonly string[] = [];
