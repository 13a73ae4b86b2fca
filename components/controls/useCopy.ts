import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface Copy {
  /** `copied` goes back to `null` by `forgetSuccess`. */
  outcome: 'copied' | 'failed' | null;
  /** To be called in the click itself: Firefox allows copying for a moment only. */
  copy: () => void;
  forgetSuccess: () => void;
  /** A field with the text, to be copied by hand where the browser forbids it: its text is selected then. */
  field: RefObject<HTMLInputElement | null>;
}

/** Copying a text, and what to show of how that went. */
export function useCopy(text: string): Copy {
  const [outcome, setOutcome] = useState<Copy['outcome']>(null);
  const field = useRef<HTMLInputElement>(null);

  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => {
        setOutcome('failed');
        requestAnimationFrame(() => field.current?.select());
      },
    );
  }

  return { outcome, copy, field, forgetSuccess: () => setOutcome((before) => (before === 'copied' ? null : before)) };
}
