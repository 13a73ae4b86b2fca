import { copyPageTree } from '@/lib/diary/sample/pageTree';
import { makeSample } from '@/lib/diary/sample/sampleFile';
import type { SavedPage } from './savedPage.ts';

/**
 * What is kept of a saved page in the tests: a sample. Of a page that a browser saved one is made, so that nothing of anybody
 * comes into the repository.
 */
export function fixtureOf({ document, isSample, hash, answers, today }: SavedPage, source: string): string {
  return isSample ? source : makeSample({ page: copyPageTree(document.body), hash, answers, today });
}
