import './ConfirmDialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface ConfirmDialogProps {
  question: string;
  /** What will happen. */
  children: ComponentChildren;
  yes: string;
  no: string;
  onAnswer: (yes: boolean) => void;
}

/** Asks before something is done that cannot be undone. Stands while it is asked; «no» has the focus, Esc means no. */
export function ConfirmDialog({ question, children, yes, no, onAnswer }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const refusal = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    refusal.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-explanation`}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2 id={`${id}-question`}>{question}</h2>
      <div id={`${id}-explanation`}>{children}</div>
      <div class="actions">
        <button type="button" class="button" onClick={() => onAnswer(true)}>
          {yes}
        </button>
        <button type="button" class="button button-main" ref={refusal} onClick={() => onAnswer(false)}>
          {no}
        </button>
      </div>
    </dialog>
  );
}
