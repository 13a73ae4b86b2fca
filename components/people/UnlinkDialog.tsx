import './UnlinkDialog.css';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '@/lib/words';

interface UnlinkDialogProps {
  onAnswer: (yes: boolean) => void;
}

/** «Вы действительно хотите отвязать учетную запись?» Stands while it is asked; «Нет» has the focus, Esc means no. */
export function UnlinkDialog({ onAnswer }: UnlinkDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    no.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="unlink-question"
      aria-describedby="unlink-explanation"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2 id="unlink-question">{words('unlinkQuestion')}</h2>
      <p id="unlink-explanation">{words('unlinkExplanation')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => onAnswer(true)}>
          {words('yes')}
        </button>
        <button type="button" class="button button-main" ref={no} onClick={() => onAnswer(false)}>
          {words('no')}
        </button>
      </div>
    </dialog>
  );
}
