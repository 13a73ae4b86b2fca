import './Step.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { leadFocus } from '@/components/pages/leadFocus';

export interface StepProps {
  heading: string;
  sentence: string;
  /** The main button first. */
  actions?: ComponentChildren;
  /** Stands between the sentence and the buttons. */
  children?: ComponentChildren;
  /** Stands below the buttons. */
  below?: ComponentChildren;
  /**
   * The person got here by a click: their focus goes to the heading, so that a screen reader reads the new step. It goes there
   * anyway where what had it has left.
   */
  takesFocus?: boolean;
}

/** One heading, one sentence, one main button. */
export function Step({ heading, sentence, actions, children, below, takesFocus = false }: StepProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // As it is drawn: whoever types on at once must not have lost the focus for a moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when the step appears
  useLayoutEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body;
    return takesFocus || isLost ? leadFocus(title.current) : undefined;
  }, []);
  return (
    <section class="step">
      <h1 ref={title} tabIndex={-1}>
        {heading}
      </h1>
      <p class="step-sentence">{sentence}</p>
      {children}
      {actions && <div class="actions">{actions}</div>}
      {below}
    </section>
  );
}
