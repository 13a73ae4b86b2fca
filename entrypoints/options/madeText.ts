import { words } from '@/lib/words';

/** A text that is made when it is asked for; `null`: it was not yet. */
export type Made = { text: string } | { missing: string } | 'making' | null;

/** Makes a text, one at a time; where the background does not answer, that is said. */
export function makeOnce(before: Made, set: (made: Made) => void, make: () => Promise<Made>): void {
  if (before === 'making') return;
  set('making');
  make().then(set, () => set({ missing: words('reportNone') }));
}
