import type { ComponentChildren } from 'preact';
import { words } from '@/lib/words';

interface ButtonProps {
  onClick: () => void;
  children: ComponentChildren;
}

/** The one thing to do here. */
export function MainButton({ onClick, children }: ButtonProps) {
  return (
    <button type="button" class="button button-main" onClick={onClick}>
      {children}
    </button>
  );
}

/** Another thing that may be done. */
export function OtherButton({ onClick, children }: ButtonProps) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {children}
    </button>
  );
}

/** «Отменить». */
export function CancelButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="button button-quiet" onClick={onClick}>
      {words('cancel')}
    </button>
  );
}
