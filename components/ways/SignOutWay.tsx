import { words } from '@/lib/words';
import { AccountMenuPicture } from './pictures';
import type { WaysState } from './useWays';

interface SignOutWayProps extends Pick<WaysState, 'act' | 'acting'> {
  present: string;
}

/** The one who is signed in leaves for a while: where to click, before the page is opened. */
export function SignOutWay({ present, act, acting }: SignOutWayProps) {
  return (
    <div class="way-with-picture">
      <div>
        <h2>{words('waysSignOut', present || words('waysSomebody'))}</h2>
        <p>{words('waysSignOutHow')}</p>
        <div class="actions">
          <button type="button" class="button" disabled={acting === 'beginSignOut'} onClick={() => act('beginSignOut')}>
            {words('waysSignOutOpen')}
          </button>
        </div>
      </div>
      <AccountMenuPicture />
    </div>
  );
}
