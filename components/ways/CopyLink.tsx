import { useCopy } from '@/components/controls/useCopy';
import { words } from '@/lib/words';
import { WayStatus } from './WayStatus';

/** «Скопировать ссылку»; where the page around forbids it, the link stands there to be copied by hand. */
export function CopyLink({ address }: { address: string }) {
  const { outcome, copy, field } = useCopy(address);

  return (
    <>
      <div class="actions">
        <button type="button" class="button" onClick={copy}>
          {words('waysCopy')}
        </button>
      </div>
      <WayStatus tone={outcome === 'failed' ? 'bad' : 'good'}>
        {outcome === 'copied' && words('waysCopied')}
        {outcome === 'failed' && words('waysCopyFailed')}
      </WayStatus>
      {outcome === 'failed' && (
        <input ref={field} class="text-field" readOnly value={address} aria-label={words('waysCopyField')} />
      )}
    </>
  );
}
