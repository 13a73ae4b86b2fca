import { tellZone } from '@/entrypoints/background/diaries/addedDiaries';
import { announce } from '@/entrypoints/background/services/announce';
import { refreshDiaries } from './diaryTabs';

/** Keeps the school's zone of a diary where none is known, and has everything that depends on it read again. */
export async function learnZone(origin: string, timeZone: string): Promise<void> {
  if (!(await tellZone(origin, timeZone))) return;
  announce('calls');
  await refreshDiaries();
}
