import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import { answersId, type SampledAnswers } from '@/lib/diary/sample/sampleFile';
import type { CivilDate } from '@/lib/diary/types';

/** A page of a diary as somebody saved it, with what its server answered. */
export interface SavedPage {
  document: Document;
  /** It was made by «Сохранить образец страницы»: nothing in it is anybody's. */
  isSample: boolean;
  hash: string;
  today: CivilDate;
  answers: SampledAnswers;
}

/** What the answers are called where they were saved one by one. */
const answerFiles: Record<keyof SampledAnswers, string> = {
  person: 'GetPersonData.json',
  diary: 'GetDiary.json',
  schedule: 'GetWeekSchedule.json',
  homework: 'GetHomeworkFromRange.json',
};

interface SavedData {
  today: CivilDate;
  hash: string;
  answers: Record<
    string,
    { status?: number; redirected?: boolean; contentType?: string; json?: unknown; text?: string }
  >;
}

/** Reads a sample, or a page that a browser saved with a folder of answers beside it. Scripts are not run. */
export function readSaved(
  path: string,
  { today, hash, answers }: { today: CivilDate; hash?: string | undefined; answers?: string | undefined },
): SavedPage {
  const document = parse(readFileSync(path, 'utf8'));
  const script = document.getElementById(answersId);
  if (!script)
    return { document, isSample: false, hash: hash ?? '#diary', today, answers: answers ? readFolder(answers) : {} };
  const data = JSON.parse(script.textContent ?? '') as SavedData;
  const all = Object.entries(data.answers).map(([name, answer]) => [name, answerOf(answer)]);
  return { document, isSample: true, hash: hash ?? data.hash, today: data.today, answers: Object.fromEntries(all) };
}

export function parse(html: string): Document {
  const window = new Window();
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

function answerOf(answer: SavedData['answers'][string]): DiaryAnswer {
  const { status = 200, redirected = false, contentType = 'application/json', json, text } = answer;
  if ('failed' in answer) return answer as unknown as DiaryAnswer;
  return { status, redirected, contentType, text: text ?? JSON.stringify(json) };
}

function readFolder(folder: string): SampledAnswers {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  const found = Object.entries(answerFiles).flatMap(([name, file]) => {
    const path = join(folder, file);
    return existsSync(path) ? [[name, answerOf({ text: readFileSync(path, 'utf8') })] as const] : [];
  });
  return Object.fromEntries(found);
}
