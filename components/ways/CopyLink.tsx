import { useRef, useState } from 'preact/hooks';
import { words } from '@/lib/words';

/** «Скопировать ссылку»; where the page around forbids it, the link stands there to be copied by hand. */
export function CopyLink({ address }: { address: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const field = useRef<HTMLInputElement>(null);

  function copy(): void {
    // In the click itself: Firefox allows it for a moment only.
    navigator.clipboard.writeText(address).then(
      () => setOutcome('copied'),
      () => {
        setOutcome('failed');
        requestAnimationFrame(() => field.current?.select());
      },
    );
  }

  return (
    <div class="ways-copy">
      <button type="button" class="button" onClick={copy}>
        {words('waysCopy')}
      </button>
      <span class="ways-status" role="status">
        {outcome === 'copied' && words('waysCopied')}
        {outcome === 'failed' && words('waysCopyFailed')}
      </span>
      {outcome === 'failed' && (
        <input ref={field} class="ways-field" readOnly value={address} aria-label={words('waysCopyField')} />
      )}
    </div>
  );
}
