import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { CivilDate } from '@/lib/diary/types';
import { shapeOfAnswer } from './answerShape';
import { shapeOfDate } from './dates';
import { shapeOfPage } from './pageShape';
import type { PageTree } from './pageTree';
import { shapeOfAddress } from './shapes';

/** What the diary answered to a page, by what was asked for. */
export type SampledAnswers = Partial<Record<'person' | 'diary' | 'schedule' | 'homework', DiaryAnswer>>;

/** Where a saved sample keeps its answers: the id of a `script` that holds data. */
export const answersId = 'diary-answers';

export interface SampleParts {
  page: PageTree;
  /** The page's hash. */
  hash: string;
  answers: SampledAnswers;
  /** The civil date now, in the diary's zone. */
  today: CivilDate;
}

/**
 * A sample as it is saved: a page that a browser shows and a person can read, its answers below. Everything in it is in shapes.
 */
export function makeSample({ page, hash, answers, today }: SampleParts): string {
  const shapes = Object.entries(answers).map(([name, answer]) => [name, readable(shapeOfAnswer(answer, today))]);
  const data = {
    format: 1,
    today: shapeOfDate(today),
    hash: shapeOfAddress(hash),
    isCut: page.isCut,
    answers: Object.fromEntries(shapes),
  };
  // In a script `<` might end it.
  const json = JSON.stringify(data, null, 1).replaceAll('<', '\\u003c');
  return [
    '<!doctype html>',
    '<html lang="ru">',
    '<meta charset="utf-8">',
    shapeOfPage(page, today),
    `<script type="application/json" id="${answersId}">`,
    json,
    '</script>',
    '</html>',
    '',
  ].join('\n');
}

/** An answer with its JSON as such, not as a text in a text. */
function readable(answer: DiaryAnswer) {
  if ('failed' in answer || answer.contentType !== 'application/json') return answer;
  const { text, ...rest } = answer;
  return { ...rest, json: JSON.parse(text) as unknown };
}
