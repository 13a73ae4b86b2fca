import { readFileSync } from 'node:fs';
import { file, type Reply, text } from '../http/reply.ts';
import { PICTURE } from '../places/photos.ts';

const SCRIPTS = [
  'login.js',
  'meddlers.js',
  'tell-tale.js',
  'main.js',
  'server.js',
  'text.js',
  'frame.js',
  'diary.js',
  'schedule.js',
  'sections.js',
];
const SHEETS = ['page.css', 'layouts.css', 'other-menu.css', 'hostile.css', 'no-animation.css', 'login.css'];

/** Files under `/static/`: the page's scripts and style sheets, and everybody's picture. */
export function serveStatic(path: string): Reply {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (SCRIPTS.includes(name)) return file('text/javascript; charset=utf-8', read(name));
  if (SHEETS.includes(name)) return file('text/css; charset=utf-8', read(name));
  if (name.endsWith('.png')) return file('image/png', PICTURE);
  return text('Not Found', 404);
}

function read(name: string): Buffer {
  return readFileSync(new URL(`./static/${name}`, import.meta.url));
}
