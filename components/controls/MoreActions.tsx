import './MoreActions.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ListIcon } from './ListIcon';

interface MoreActionsProps {
  /** Says what «⋯» is. */
  label: string;
  /** Id of the element that says what the actions are about. */
  describedBy: string;
  /** The actions; looked at only while they are shown. */
  children: ComponentChildren;
}

/** «⋯»: what is seldom done, out of the way until it is wanted. Esc, or going elsewhere, folds it again. */
export function MoreActions({ label, describedBy, children }: MoreActionsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    const away = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [isOpen]);
  const fold = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds no fields
    <span class="more" role="group" ref={place} onKeyDown={fold}>
      <button
        type="button"
        class="more-button"
        ref={button}
        aria-label={label}
        aria-describedby={describedBy}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <ListIcon name="more" />
      </button>
      {isOpen && (
        <span class="more-actions" id={id}>
          {children}
        </span>
      )}
    </span>
  );
}
