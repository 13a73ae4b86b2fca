import type { WaysView } from '@/lib/messages/ways';
import { words } from '@/lib/words';
import type { WaysState } from './useWays';
import { WayStatus } from './WayStatus';

interface ContainerWayProps extends Pick<WaysState, 'act' | 'acting' | 'done'> {
  view: WaysView;
}

/** Firefox: a tab with a sign-in of its own, beside the others. */
export function ContainerWay({ view, act, acting, done }: ContainerWayProps) {
  const opened = done === 'openContainer' && !view.containerFailed;
  return (
    <>
      <p>{words('waysContainerHow')}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-main"
          aria-disabled={acting === 'openContainer'}
          onClick={() => act('openContainer')}
        >
          {words('waysContainerOpen')}
        </button>
      </div>
      <WayStatus tone={view.containerFailed ? 'bad' : 'good'}>
        {opened && words('waysContainerOpened')}
        {view.containerFailed && words('waysContainerFailed')}
      </WayStatus>
    </>
  );
}
