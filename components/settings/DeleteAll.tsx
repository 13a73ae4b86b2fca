import { useRef, useState } from 'preact/hooks';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { siteName } from '@/components/pages/siteName';
import { Notice } from '@/components/parts/Notice';
import { useArrivingFocus } from '@/components/parts/useArrivingFocus';
import type { DeletedView } from '@/lib/messages/settings';
import { words } from '@/lib/words';

interface DeleteAllProps {
  /** `null`: nothing was deleted yet; `interrupted`: the background ended over it. */
  state: 'busy' | 'interrupted' | DeletedView | null;
  /** This is an incognito window of Chrome: only what belongs to it goes. */
  isIncognito: boolean;
  /** Chrome's incognito windows keep their own; Firefox's private ones nothing. */
  isFirefox: boolean;
  /** VK ID's own page where consent is withdrawn. */
  consentAddress: string;
  onDelete: () => void;
}

/** «Удалить всё»: what goes, a question before, and what stays after. */
export function DeleteAll({ state, isIncognito, isFirefox, consentAddress, onDelete }: DeleteAllProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <p>{words(isIncognito ? 'deleteWhatIncognito' : 'deleteWhat')}</p>
      {!isIncognito && <p>{words(isFirefox ? 'deletePrivate' : 'deleteIncognito')}</p>}
      <div class="actions">
        <button
          type="button"
          class="button"
          aria-disabled={state === 'busy'}
          onClick={() => setIsAsking(state !== 'busy')}
        >
          {words('deleteAll')}
        </button>
      </div>
      <div role="status">
        {state === 'busy' && <p>{words('deleteBusy')}</p>}
        {state === 'interrupted' && <p class="bad">{words('deleteInterrupted')}</p>}
        {state !== null && typeof state === 'object' && <Deleted view={state} consentAddress={consentAddress} />}
      </div>
      {isAsking && (
        <ConfirmDialog
          question={words('deleteQuestion')}
          yes={words('deleteYes')}
          no={words('deleteNo')}
          onAnswer={(yes) => {
            setIsAsking(false);
            if (yes) onDelete();
          }}
        >
          <p>{words('deleteExplanation')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Deleted({ view, consentAddress }: { view: DeletedView; consentAddress: string }) {
  const { consent, failed, remaining } = view;
  const place = useRef<HTMLDivElement>(null);
  useArrivingFocus(place);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone={failed || remaining.length > 0 ? 'warning' : 'good'}>
        <p class="strong">{words(failed ? 'deleteFailed' : 'deleteDone')}</p>
        {consent === 'withdrawn' && <p>{words('consentWithdrawn')}</p>}
        {consent === 'byHand' && (
          <p>
            {words('consentByHand')}{' '}
            <a href={consentAddress} target="_blank" rel="noopener noreferrer">
              {words('consentPage')}
            </a>
          </p>
        )}
        {remaining.length > 0 && <p>{words('deleteRemaining', remaining.map(nameOf).join(', '))}</p>}
      </Notice>
    </div>
  );
}

/** A site, or the right to show notifications, as people call it. */
function nameOf(grant: string): string {
  return grant === 'notifications' ? words('settingsReminders') : siteName(grant);
}
