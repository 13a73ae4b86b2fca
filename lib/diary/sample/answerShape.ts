import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { CivilDate } from '@/lib/diary/types';
import { shapeOfWrittenDate } from './dates';
import { shapeOfAddress, shapeOfName, shapeOfNumber, shapeOfText } from './shapes';

/** Weeks are no longer; nothing of a diary is nested deeper. */
const most = { items: 100, fields: 100, depth: 10, characters: 300_000 };

/** Markup that the diary puts into what teachers write: the name stays, of the attributes the shape of an address. */
const tag = /<(\/?)(a|b|br|div|em|font|h[1-6]|i|li|ol|p|s|span|strong|sub|sup|table|tbody|td|tr|u|ul)\b([^<>]*)>/gi;

/**
 * The shape of an answer of the diary's server: the same fields, every text and number in its shape. Of what is no JSON only that
 * remains.
 *
 * @param today the civil date now: dates near it move as those of the page do
 */
export function shapeOfAnswer(answer: DiaryAnswer, today: CivilDate): DiaryAnswer {
  if ('failed' in answer) return answer;
  const { status, redirected } = answer;
  const json = parse(answer.text);
  if (json === undefined) {
    const isPage = /html/i.test(answer.contentType) || /^\s*</.test(answer.text);
    return { status, redirected, contentType: isPage ? 'text/html' : '', text: isPage ? '<html>' : '' };
  }
  const text = JSON.stringify(shapeOfValue(json, today, 0));
  if (text.length > most.characters) return { failed: 'tooLarge' };
  return { status, redirected, contentType: 'application/json', text };
}

function shapeOfValue(value: unknown, today: CivilDate, depth: number): unknown {
  if (typeof value === 'string') return shapeOfString(value, today);
  if (typeof value === 'number') return shapeOfNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= most.depth) return null;
  if (Array.isArray(value)) return value.slice(0, most.items).map((item) => shapeOfValue(item, today, depth + 1));
  const fields = Object.entries(value).slice(0, most.fields);
  return Object.fromEntries(fields.map(([name, one]) => [shapeOfName(name), shapeOfValue(one, today, depth + 1)]));
}

function shapeOfString(value: string, today: CivilDate): string {
  const text = value.slice(0, longestText);
  const date = shapeOfWrittenDate(text.trim(), today);
  if (date) return date;
  let made = '';
  let at = 0;
  for (const { index, 0: all, 1: slash = '', 2: name = '', 3: rest = '' } of text.matchAll(tag)) {
    const href = /\shref\s*=\s*["']?([^"'\s>]*)/i.exec(rest)?.[1];
    const address = href === undefined ? '' : ` href="${shapeOfAddress(href)}"`;
    made += `${shapeOfText(text.slice(at, index))}<${slash}${name.toLowerCase()}${address}>`;
    at = index + all.length;
  }
  return made + shapeOfText(text.slice(at));
}

const longestText = 5000;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
