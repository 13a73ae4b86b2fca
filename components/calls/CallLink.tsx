import { OpenButton } from '@/components/controls/OpenButton';
import { formatCountdown } from '@/components/parts/age';
import { joinState } from '@/lib/calls/joinTime';
import type { CallRow } from '@/lib/messages/calls';
import { civilDateOf, formatAhead, formatRelativeDay, formatTime } from '@/lib/time';
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

/**
 * «Перейти» while the call can be joined, solid once it has begun, with «Через 8 минут» until then; or the way to its chat.
 * Earlier, since when one can join; later, nothing to press.
 */
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
    const left = state.opensAt - now;
    if (left <= countdownTime)
      return <span class="call-before countdown">{words('callOpensIn', formatCountdown(left))}</span>;
    const time = formatTime(state.opensAt, timeZone);
    const isToday = civilDateOf(state.opensAt, timeZone) === civilDateOf(now, timeZone);
    return (
      <span class="call-before">
        {isToday
          ? words('callOpensAt', time)
          : words('callOpensOn', formatRelativeDay(state.opensAt, now, timeZone), time)}
      </span>
    );
  }
  const isOn = state.kind === 'open' && state.live;
  return (
    <>
      <OpenButton
        class={isOn ? 'button button-main' : 'button'}
        describedBy={describedBy}
        onOpen={(background) => onOpen(row, background)}
      >
        {words('callGo')}
      </OpenButton>
      {state.kind === 'open' && !state.live && <span class="call-ahead pale">{formatAhead(state.minutes)}</span>}
    </>
  );
}
