import { OutcomeNotice } from '@/components/conflict/OutcomeNotice';
import { hideOutcome, letPendingBe, open, opened, opening, outcomeOf } from '@/entrypoints/section/state/openingState';
import type { PendingView } from '@/lib/messages/opening';
import { words } from '@/lib/words';
import { signIn } from './openers';
import { permissionAddress } from './sectionAddresses';

/** What was said of the last opening; stands near the top whatever is below. */
export function Outcome({ pending }: { pending?: PendingView | null | undefined }) {
  const waiting = opened.value ? null : outcomeOf(pending);
  const said = opened.value ?? waiting;
  // «Проверить ещё раз» opens the same.
  const isSame = said && JSON.stringify(pending?.goal) === JSON.stringify(said.target);
  return (
    <>
      <p class="for-readers" role="status">
        {opening.value ? words('opening') : ''}
      </p>
      {said && (
        <OutcomeNotice
          outcome={said.outcome}
          goal={said.target}
          permissionAddress={permissionAddress()}
          about={(isSame && pending?.about) || undefined}
          onAgain={(anyway) => void open(said.target, said.background, anyway, !anyway)}
          onSignIn={signIn}
          onHide={() => (waiting ? letPendingBe(pending) : hideOutcome())}
        />
      )}
    </>
  );
}
