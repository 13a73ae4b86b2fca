import { useEffect, useRef } from 'preact/hooks';
import type { WaysView } from '@/lib/messages/ways';
import { words } from '@/lib/words';
import { AccountMenuPicture } from './pictures';
import type { WaysState } from './useWays';

interface SignOutWaitingProps extends Pick<WaysState, 'act' | 'acting' | 'done'> {
  signOut: NonNullable<WaysView['signOut']>;
}

/** VK Мессенджер is open; here it is shown where to click, and noticed when it is done. */
export function SignOutWaiting({ signOut, act, acting, done }: SignOutWaitingProps) {
  const name = signOut.name || words('waysSomebody');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that led here is gone: its focus goes to what took its place.
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <div class="way ways-waiting">
      <div class="way-with-picture">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {words('waysWaitingHeading', name)}
          </h2>
          <p>{words('waysWaitingHow')}</p>
          {signOut.tired && <p role="status">{words('waysWaitingTired')}</p>}
        </div>
        <AccountMenuPicture />
      </div>
      <div class="actions">
        <button
          type="button"
          class="button button-main"
          disabled={acting === 'lookForSignOut'}
          onClick={() => act('lookForSignOut')}
        >
          {words('waysWaitingDone')}
        </button>
        <button type="button" class="button" onClick={() => act('showSignOut')}>
          {words('waysWaitingShow')}
        </button>
        <button type="button" class="button" onClick={() => act('cancel')}>
          {words('waysWaitingCancel')}
        </button>
      </div>
      <p class="ways-status" role="status">
        {acting === 'lookForSignOut' && words('waysWaitingLooking')}
        {acting === null && done === 'lookForSignOut' && words('waysWaitingNotYet', name)}
      </p>
    </div>
  );
}
