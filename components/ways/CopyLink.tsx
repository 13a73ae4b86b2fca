import { useCopy } from '@/components/parts/useCopy';
import { words } from '@/lib/words';

/** «Скопировать ссылку»; where the page around forbids it, the link stands there to be copied by hand. */
export function CopyLink({ address }: { address: string }) {
  const { outcome, copy, field } = useCopy(address);

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
