import { joinState } from '@/lib/calls/joinTime';
import type { TodayLink, TodayRow } from '@/lib/messages/today';
import { words } from '@/lib/words';
import { childWords, linkWords, type Now, rowWords } from './todayWords';

interface TodayRowViewProps {
  row: TodayRow;
  moment: Now;
  /** Whom one would enter a call of VK as, where that is not oneself. */
  joinsAs: string | null;
  onJoin: (row: TodayRow, link: TodayLink) => void;
}

/** What is on, or next: its name and time, whose it is, and the way in. */
export function TodayRowView({ row, moment, joinsAs, onJoin }: TodayRowViewProps) {
  const id = encodeURIComponent(row.key);
  const [first, ...others] = row.links;
  const child = childWords(row);
  const state = joinState(row, moment.now);
  const isOpen = state.kind === 'open' || state.kind === 'timeless';
  // What is on already comes first to the eye.
  const isAhead = state.kind === 'open' && !state.live;
  return (
    <li class="today-row">
      <p class="clamped" id={id}>
        <strong>{rowWords(row, moment)}</strong>
        {child && <span class="pale"> {child}</span>}
      </p>
      {isOpen && first && (
        <div class="actions">
          <button
            type="button"
            class={isAhead ? 'button' : 'button button-main'}
            aria-describedby={id}
            onClick={() => onJoin(row, first)}
          >
            {words('join')}
          </button>
        </div>
      )}
      {isOpen && joinsAs && row.links.some(({ service }) => service === 'vk') && (
        <p class="pale">{words('joinsAs', joinsAs)}</p>
      )}
      {isOpen && first?.caution && <p class="pale">{words('checkWhoJoins')}</p>}
      {isOpen &&
        others.map((link) => (
          <button
            key={link.id}
            type="button"
            class="button-link"
            aria-describedby={id}
            onClick={() => onJoin(row, link)}
          >
            {linkWords(link)}
          </button>
        ))}
      {isOpen && !first?.caution && others.some(({ caution }) => caution) && (
        <p class="pale">{words('checkWhoJoins')}</p>
      )}
    </li>
  );
}
