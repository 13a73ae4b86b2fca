import { useLayoutEffect, useRef } from 'preact/hooks';
import { leadFocus } from '@/components/pages/leadFocus';
import type { WaysView } from '@/lib/messages/ways';
import { words } from '@/lib/words';
import { AccountMenuPicture } from './pictures';
import type { WaysState } from './useWays';
import { WayStatus } from './WayStatus';

interface SignOutWaitingProps extends Pick<WaysState, 'act' | 'acting' | 'done'> {
  signOut: NonNullable<WaysView['signOut']>;
}

/** VK Мессенджер is open; here it is shown where to click, and noticed when it is done. */
export function SignOutWaiting({ signOut, act, acting, done }: SignOutWaitingProps) {
  const name = signOut.name || words('waysSomebody');
  const isLooking = acting === 'saySignedOut';
  const isStillHere = acting === null && done === 'saySignedOut';
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: its focus goes to what took its place.
  useLayoutEffect(() => leadFocus(heading.current), []);
  return (
    <div class="way">
      <div class="way-with-picture">
        <div class="way-text">
          <h2 ref={heading} tabIndex={-1}>
            {words('waysWaitingHeading', signOut.name || name.toLocaleLowerCase('ru'))}
          </h2>
          <p>{words('waysWaitingHow')}</p>
          <p class="way-status" role="status">
            {signOut.tired && words('waysWaitingTired')}
          </p>
        </div>
        <AccountMenuPicture />
      </div>
      <div class="actions">
        <button type="button" class="button button-main" aria-disabled={isLooking} onClick={() => act('saySignedOut')}>
          {words('waysWaitingDone')}
        </button>
        <button type="button" class="button" onClick={() => act('showSignOut')}>
          {words('waysWaitingShow')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => act('cancel')}>
          {words('waysWaitingCancel')}
        </button>
      </div>
      <WayStatus tone={isStillHere ? 'bad' : 'plain'}>
        {isLooking && words('waysWaitingLooking')}
        {isStillHere && words('waysWaitingNotYet', name)}
      </WayStatus>
    </div>
  );
}
