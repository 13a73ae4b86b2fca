import './Check.css';

interface CheckProps {
  label: string;
  hint?: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

/** A box to tick, with what it means below. */
export function Check({ label, hint, isChecked, onChange }: CheckProps) {
  return (
    <label class="choice">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <span class="choice-hint pale">{hint}</span>}
      </span>
    </label>
  );
}
