import { words } from '@/lib/words';

interface RemindersOfferProps {
  /** The person said yes or no. */
  onAnswer: (isWanted: boolean) => void;
}

/** A quiet line, once, after a first joined call. */
export function RemindersOffer({ onAnswer }: RemindersOfferProps) {
  return (
    <p class="popup-small">
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
