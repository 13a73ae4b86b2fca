import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A field with its label above. */
export function Field({ label, children }: { label: string; children: (id: string) => JSX.Element }) {
  const id = useId();
  return (
    <div class="welcome-field">
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}
