import { words } from '@/lib/words';
import { AccountMenuPicture } from './pictures';
import type { WaysState } from './useWays';

/** The one who is signed in leaves for a while: where to click, before the page is opened. */
export function SignOutWay({ act, acting }: Pick<WaysState, 'act' | 'acting'>) {
  return (
    <div class="way-with-picture">
      <div class="way-text">
        <p>{words('waysSignOutHow')}</p>
        <div class="actions">
          <button
            type="button"
            class="button"
            aria-disabled={acting === 'beginSignOut'}
            onClick={() => act('beginSignOut')}
          >
            {words('waysSignOutOpen')}
          </button>
        </div>
      </div>
      <AccountMenuPicture />
    </div>
  );
}
