import type { ComponentChildren, Ref } from 'preact';

interface OpenButtonProps {
  class?: string;
  label?: string;
  describedBy?: string;
  tabIndex?: number;
  buttonRef?: Ref<HTMLButtonElement>;
  onFocus?: () => void;
  onOpen: (background: boolean) => void;
  children: ComponentChildren;
}

/**
 * Opens something that has no address in this page: a click in front, with the middle button or Ctrl behind, as links do.
 */
export function OpenButton({ label, describedBy, buttonRef, onOpen, children, ...rest }: OpenButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={buttonRef}
      aria-label={label}
      aria-describedby={describedBy}
      // Else the middle button would begin to scroll the page.
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onClick={(event) => onOpen(event.ctrlKey || event.metaKey)}
      onAuxClick={(event) => event.button === 1 && onOpen(true)}
    >
      {children}
    </button>
  );
}
