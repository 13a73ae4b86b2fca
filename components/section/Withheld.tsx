import { Notice } from '@/components/parts/Notice';
import { words } from '@/lib/words';

/** Somebody else may be signed in: a list is not shown until that is known. */
export function Withheld({ onRetry }: { onRetry: () => void }) {
  return (
    <Notice
      tone="calm"
      actions={
        <button type="button" class="button" onClick={onRetry}>
          {words('retry')}
        </button>
      }
    >
      <p>{words('withheld')}</p>
    </Notice>
  );
}
