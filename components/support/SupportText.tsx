import type { ComponentChildren } from 'preact';
import { words } from '@/lib/words';
import { ShownText } from './ShownText';

interface SupportTextProps {
  /** What it is good for, and what is not in it. */
  why: string;
  showLabel: string;
  label: string;
  saveLabel: string;
  /** `null`: not asked for yet. */
  made: { text: string } | { missing: string } | 'making' | null;
  /** Something to know of the text. */
  note?: ComponentChildren;
  onShow: () => void;
  onSave: (text: string) => void;
}

/** Something for support: what it is, and after a click all of it, to be read before it leaves this page. */
export function SupportText({ why, showLabel, label, saveLabel, made, note, onShow, onSave }: SupportTextProps) {
  const text = made && made !== 'making' && 'text' in made ? made.text : null;
  return (
    <>
      <p>{why}</p>
      <div class="actions">
        <button type="button" class="button" aria-disabled={made === 'making'} onClick={onShow}>
          {showLabel}
        </button>
      </div>
      <p role="status">
        {made === 'making' && words('loading')}
        {made && made !== 'making' && 'missing' in made && made.missing}
        {text !== null && note}
      </p>
      {text !== null && <ShownText label={label} text={text} saveLabel={saveLabel} onSave={() => onSave(text)} />}
    </>
  );
}
