import type { RemindersOffered } from '@/lib/messages/reminders';
import { words } from '@/lib/words';

interface RemindersOfferProps {
  offer: NonNullable<RemindersOffered>;
  /** The person said yes or no. */
  onAnswer: (isWanted: boolean) => void;
}

/** A quiet line, once, after a first joined call, or when the browser has taken its permission back. */
export function RemindersOffer({ offer, onAnswer }: RemindersOfferProps) {
  return (
    <p class="popup-small">
      {offer === 'withdrawn' && `${words('remindersWithdrawn')} `}
      {words('remindersOffer')}{' '}
      <button type="button" class="button-link" onClick={() => onAnswer(true)}>
        {words('remindersOfferYes')}
      </button>{' '}
      <button type="button" class="button-link" onClick={() => onAnswer(false)}>
        {words('remindersOfferNo')}
      </button>
    </p>
  );
}
