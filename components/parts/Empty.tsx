import './Empty.css';
import type { ComponentChildren } from 'preact';

interface EmptyProps {
  heading: string;
  sentence: string;
  children?: ComponentChildren;
}

/** There is nothing here, and why that may be. */
export function Empty({ heading, sentence, children }: EmptyProps) {
  return (
    <div class="empty">
      <p class="strong">{heading}</p>
      <p>{sentence}</p>
      {children}
    </div>
  );
}
