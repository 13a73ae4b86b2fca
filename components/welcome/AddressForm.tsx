import { useState } from 'preact/hooks';
import { ZoneChoice } from '@/components/zone/ZoneChoice';
import type { AddressRefusal } from '@/lib/diary/adding/address';
import type { TrialOutcome } from '@/lib/diary/adding/trial';
import { diaryPage, readableHost } from '@/lib/diary/origin';
import { type MessageKey, words } from '@/lib/words';
import { Field } from './Field';

/** How adding an address ended. */
export type FormOutcome =
  | { kind: 'refused'; reason: AddressRefusal }
  | { kind: 'shipped'; origin: string }
  /** The person said no to the browser's question. */
  | { kind: 'denied' }
  | { kind: TrialOutcome; origin: string };

interface AddressFormProps {
  isOpen: boolean;
  isBusy: boolean;
  outcome: FormOutcome | null;
  zone: string;
  onAdd: (address: string, timeZone: string) => void;
}

const refusals: Record<AddressRefusal, MessageKey> = {
  empty: 'addressEmpty',
  notAnAddress: 'addressNone',
  notSecure: 'addressNotSecure',
  credentials: 'addressCredentials',
  notPublic: 'addressNotPublic',
  messenger: 'addressMessenger',
  mail: 'addressMail',
};

/** «Другой адрес дневника»: the address from the browser's bar, the school's zone; and how the last attempt to add any diary ended. */
export function AddressForm({ isOpen, isBusy, outcome, zone, onAdd }: AddressFormProps) {
  const [address, setAddress] = useState('');
  const [timeZone, setTimeZone] = useState(zone);
  const isDone = outcome !== null && isGood(outcome);
  return (
    <>
      <details class="welcome-other" open={isOpen}>
        <summary>{words('welcomeOtherAddress')}</summary>
        <p id="address-how">{words('welcomeAddressHow')}</p>
        <form
          class="welcome-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) onAdd(address, timeZone);
          }}
        >
          <Field label={words('welcomeAddress')}>
            {(id) => (
              <input
                id={id}
                class="text-field"
                type="text"
                inputMode="url"
                autocomplete="off"
                spellcheck={false}
                aria-describedby="address-how"
                value={address}
                onInput={(event) => setAddress(event.currentTarget.value)}
              />
            )}
          </Field>
          <ZoneChoice value={timeZone} onChange={setTimeZone} />
          <button type="submit" class={isDone ? 'button' : 'button button-main'} aria-disabled={isBusy}>
            {words('welcomeAdd')}
          </button>
        </form>
      </details>
      {/* A known diary of the region is added by its own button, with the form folded. */}
      <Outcome outcome={outcome} isBusy={isBusy} />
    </>
  );
}

function isGood({ kind }: FormOutcome): boolean {
  return kind === 'added' || kind === 'shipped';
}

function Outcome({ outcome, isBusy }: { outcome: FormOutcome | null; isBusy: boolean }) {
  const isBad = outcome !== null && !isGood(outcome) && outcome.kind !== 'signIn';
  return (
    <div class="welcome-outcome" role="status">
      {isBusy ? (
        <p>{words('welcomeChecking')}</p>
      ) : (
        outcome && <p class={isBad ? 'bad' : 'strong'}>{sentenceOf(outcome)}</p>
      )}
      {!isBusy && outcome && 'origin' in outcome && (isGood(outcome) || outcome.kind === 'signIn') && (
        <a class="button button-main" href={diaryPage(outcome.origin)} target="_blank" rel="noopener noreferrer">
          {words('welcomeOpen')}
        </a>
      )}
    </div>
  );
}

function sentenceOf(outcome: FormOutcome): string {
  switch (outcome.kind) {
    case 'refused':
      return words(refusals[outcome.reason]);
    case 'shipped':
      return words('welcomeShipped');
    case 'denied':
    case 'notPermitted':
      return words('welcomeDenied');
    case 'added':
      return words('welcomeAdded', readableHost(outcome.origin));
    case 'signIn':
      return words('welcomeSignIn', readableHost(outcome.origin));
    case 'notDiary':
      return words('welcomeNotDiary', readableHost(outcome.origin));
    case 'notKept':
      return words('settingsFailed');
    case 'unreachable':
      return words('welcomeUnreachable', readableHost(outcome.origin));
  }
}
