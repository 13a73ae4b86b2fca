import { useMemo, useState } from 'preact/hooks';
import { createTurns } from '@/lib/turns';

/**
 * What was answered to the question asked last: a late answer to an earlier one is not shown over it.
 *
 * @param first what stands there before anything is answered
 */
export function useLatest<View>(first: View) {
  const [view, setView] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands there first is the same at each drawing
  const ways = useMemo(() => {
    const turn = createTurns();
    return {
      /**
       * Shows what will be answered, unless something is asked or shown meanwhile. What cannot be read stays as it was.
       *
       * @param failed shown where it cannot be read and nothing was answered before
       */
      take(asking: Promise<View>, failed = first): Promise<void> {
        const isLast = turn();
        const show = (next: (before: View) => View) => {
          if (isLast()) setView(next);
        };
        return asking.then(
          (answer) => show(() => answer),
          () => show((before) => (before === first ? failed : before)),
        );
      },
      /** Shows what an action answered, which is newer than whatever was asked before. */
      put(answer: View): void {
        turn();
        setView(() => answer);
      },
    };
  }, []);
  return { view, ...ways };
}
