import './ShownText.css';
import { useCopy } from '@/components/controls/useCopy';
import { words } from '@/lib/words';

interface ShownTextProps {
  /** Says what the text is. */
  label: string;
  text: string;
  /** What the button that saves it says. */
  saveLabel: string;
  onSave: () => void;
}

/** A text in full, to be read before it is copied or saved. */
export function ShownText({ label, text, saveLabel, onSave }: ShownTextProps) {
  const { outcome, copy, field } = useCopy<HTMLTextAreaElement>(text);
  return (
    <>
      <textarea ref={field} class="text-field shown-text" rows={14} readOnly aria-label={label} value={text} />
      <div class="actions">
        <button type="button" class="button button-main" onClick={onSave}>
          {saveLabel}
        </button>
        <button type="button" class="button" onClick={copy}>
          {words('reportCopy')}
        </button>
      </div>
      <p role="status">
        {outcome === 'copied' && words('reportCopied')}
        {outcome === 'failed' && words('reportCopyFailed')}
      </p>
    </>
  );
}
