import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** Where the text stands: a field of one line or of many. */
type Field = HTMLInputElement | HTMLTextAreaElement;

interface Copy<Of extends Field> {
  /** `copied` goes back to `null` by `forgetSuccess`. */
  outcome: 'copied' | 'failed' | null;
  /** To be called in the click itself: Firefox allows copying for a moment only. */
  copy: () => void;
  forgetSuccess: () => void;
  /** A field with the text, to be copied by hand where the browser forbids it: its text is selected then. */
  field: RefObject<Of | null>;
}

/** Copying a text, and what to show of how that went. */
export function useCopy<Of extends Field = HTMLInputElement>(text: string): Copy<Of> {
  const [outcome, setOutcome] = useState<Copy<Of>['outcome']>(null);
  const field = useRef<Of>(null);

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
