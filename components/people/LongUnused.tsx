import { Notice } from '@/components/parts/Notice';
import { words } from '@/lib/words';

interface LongUnusedProps {
  onKeep: () => void;
  onUnlink: () => void;
}

/** A link that nobody used for half a year: whether to keep it. */
export function LongUnused({ onKeep, onUnlink }: LongUnusedProps) {
  return (
    <Notice
      tone="calm"
      actions={
        <>
          <button type="button" class="button" onClick={onKeep}>
            {words('longUnusedKeep')}
          </button>
          <button type="button" class="button button-quiet" onClick={onUnlink}>
            {words('unlink')}
          </button>
        </>
      }
    >
      <p>{words('longUnused')}</p>
    </Notice>
  );
}
