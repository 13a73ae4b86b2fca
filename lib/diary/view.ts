import type { DiaryAccount } from './types';

/** Whether two answers are of one account that looks at one pupil. */
export function isSameView(one: DiaryAccount | null, other: DiaryAccount | null): boolean {
  return one?.key === other?.key && one?.selectedPupil?.id === other?.selectedPupil?.id;
}
