import { formatCountdown } from '@/components/parts/age';
import { OpenButton } from '@/components/parts/OpenButton';
import { joinState } from '@/lib/calls/window';
import type { CallRow } from '@/lib/messages/calls';
import { civilDateOf, formatRelativeDay, formatTime } from '@/lib/time';
import { words } from '@/lib/words';

interface CallLinkProps {
  row: CallRow;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  timeZone: string;
  /** Id of the element with the call's name. */
  describedBy: string;
  onOpen: (row: CallRow, background: boolean) => void;
  onChat: (peerId: number, background: boolean) => void;
}

/** A countdown stands for so long before the link opens, milliseconds. */
export const countdownTime = 10 * 60_000;

/** «Перейти» while the call can be joined, or the way to its chat; before, when that will be; nothing to press after. */
export function CallLink({ row, now, timeZone, describedBy, onOpen, onChat }: CallLinkProps) {
  const state = joinState(row, now);
  if (state.kind === 'over') return <span class="pale">{words('callOver')}</span>;
  if (row.address === null) {
    const { chat } = row;
    if (!chat) return <span class="pale">{words('callNoLink')}</span>;
    return (
      <OpenButton class="button" describedBy={describedBy} onOpen={(background) => onChat(chat.peerId, background)}>
        {words('callFromChat')}
      </OpenButton>
    );
  }
  if (state.kind === 'before') {
    const time = formatTime(state.opensAt, timeZone);
    const isToday = civilDateOf(state.opensAt, timeZone) === civilDateOf(now, timeZone);
    const left = state.opensAt - now;
    return (
      <span class="call-before">
        {isToday
          ? words('callOpensAt', time)
          : words('callOpensOn', formatRelativeDay(state.opensAt, now, timeZone), time)}
        {left <= countdownTime && <span class="countdown">{words('callOpensIn', formatCountdown(left))}</span>}
      </span>
    );
  }
  return (
    <OpenButton
      class={state.kind === 'open' && state.live ? 'button button-main' : 'button'}
      describedBy={describedBy}
      onOpen={(background) => onOpen(row, background)}
    >
      {words('callGo')}
    </OpenButton>
  );
}
