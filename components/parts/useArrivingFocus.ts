import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** The one row of a list that Tab stops at. */
const placeInList = '[role=tabpanel] li [tabindex="0"]';

/**
 * Leads the focus to something that has come because of what the person did, and back to where they were when it goes: it may
 * have come far from where they look.
 *
 * @param place takes focus (`tabIndex={-1}`)
 */
export function useArrivingFocus(place: RefObject<HTMLElement | null>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it comes and when it goes
  useEffect(() => {
    // A frame that has no focus must not take it from the page around it.
    if (!document.hasFocus()) return;
    const before = document.activeElement;
    const arrived = place.current;
    arrived?.focus({ preventScroll: true });
    arrived?.scrollIntoView({ block: 'nearest' });
    return () => {
      const { activeElement } = document;
      // What had the focus may have left the page already: then nothing has it.
      if (activeElement !== document.body && !arrived?.contains(activeElement)) return;
      // Where they were may have been drawn anew meanwhile.
      const back = before?.isConnected ? before : document.querySelector(placeInList);
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, []);
}
