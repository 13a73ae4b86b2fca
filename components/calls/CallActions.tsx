import { useState } from 'preact/hooks';
import { ListIcon } from '@/components/controls/ListIcon';
import { MoreActions } from '@/components/controls/MoreActions';
import { useCopy } from '@/components/controls/useCopy';
import { QrCode } from '@/components/parts/QrCode';
import { joinState } from '@/lib/calls/joinTime';
import type { CallRow } from '@/lib/messages/calls';
import { words } from '@/lib/words';

interface CallActionsProps {
  row: CallRow;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** Id of the element with the call's name. */
  describedBy: string;
  onCalendar: (row: CallRow) => void;
}

/** What else can be done with a call, behind «⋯»: its link to copy and for a tablet's camera, and a file for the calendar. */
export function CallActions({ row, now, describedBy, onCalendar }: CallActionsProps) {
  if (joinState(row, now).kind === 'over') return null;
  const isDated = row.start !== null && row.end !== null;
  if (row.address === null && !isDated) return null;
  return (
    <MoreActions label={words('callMore')} describedBy={describedBy}>
      {row.address !== null && <CopyAddress address={row.address} describedBy={describedBy} />}
      {row.address !== null && <ShowCode address={row.address} describedBy={describedBy} />}
      {isDated && (
        <button type="button" class="more-action" aria-describedby={describedBy} onClick={() => onCalendar(row)}>
          <ListIcon name="calendar" />
          {words('callToCalendar')}
        </button>
      )}
    </MoreActions>
  );
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** «QR-код»: the child's tablet reads it from the screen. */
function ShowCode({ address, describedBy }: { address: string; describedBy: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <button
        type="button"
        class="more-action"
        aria-describedby={describedBy}
        aria-expanded={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        <ListIcon name="code" />
        {words('callCode')}
      </button>
      {isShown && (
        <span class="more-code" ref={bringIntoView}>
          <QrCode text={address} label={words('pageLinksQr')} />
          {words('callCodeHow')}
        </span>
      )}
    </>
  );
}

/** «Копировать ссылку»; where the browser forbids it, the link stands there to be copied by hand. */
function CopyAddress({ address, describedBy }: { address: string; describedBy: string }) {
  const { outcome, copy, forgetSuccess, field } = useCopy(address);

  return (
    <>
      <button type="button" class="more-action" aria-describedby={describedBy} onClick={copy} onBlur={forgetSuccess}>
        <ListIcon name={outcome === 'copied' ? 'check' : 'copy'} />
        {words(outcome === 'copied' ? 'callCopied' : 'callCopy')}
      </button>
      <span class="for-readers" role="status">
        {outcome === 'copied' ? words('callCopied') : ''}
      </span>
      {outcome === 'failed' && (
        <label class="more-field">
          {words('callCopyFailed')}
          <input ref={field} class="text-field" readOnly value={address} />
        </label>
      )}
    </>
  );
}
