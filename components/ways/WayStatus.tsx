import type { ComponentChildren } from 'preact';

interface WayStatusProps {
  /** `bad` for what did not come off: never in the colour of success. */
  tone: 'plain' | 'good' | 'bad';
  children: ComponentChildren;
}

/** How the last attempt at a way went. It is there before its text, so that the text is read out. */
export function WayStatus({ tone, children }: WayStatusProps) {
  return (
    <p class={tone === 'plain' ? 'way-status' : `way-status ${tone}`} role="status">
      {children}
    </p>
  );
}
