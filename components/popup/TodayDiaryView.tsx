import { SchoolInMax } from '@/components/max/SchoolInMax';
import { Badge } from '@/components/parts/Badge';
import { problemWords } from '@/components/parts/problemWords';
import { ZoneQuestion } from '@/components/zone/ZoneQuestion';
import { joinState } from '@/lib/calls/joinTime';
import type { SchoolZone } from '@/lib/diary/adding/zones';
import type { TodayDiary, TodayLink, TodayRow, TodayState } from '@/lib/messages/today';
import { standAt } from '@/lib/today/moment';
import { words } from '@/lib/words';
import { TodayRowView } from './TodayRowView';
import { type ConcernedDiary, childWords, dayWords, listedWords, type Now } from './todayWords';

export interface TodayActions {
  /** Asks once more what could not be told. */
  onAgain: () => void;
  onJoin: (diary: TodayDiary, row: TodayRow, link: TodayLink) => void;
  onDiary: (origin: string) => void;
  /** «Открыть Сферум». */
  onSection: (origin: string) => void;
  /** «Подключить дневник». */
  onConnect: () => void;
  /** «Часовой пояс школы» that is likely by the computer's clock. */
  likelyZone: SchoolZone;
  onZone: (origin: string, zone: SchoolZone) => Promise<void>;
}

interface TodayDiaryViewProps extends TodayActions {
  diary: TodayDiary;
  /** Told where there are several. */
  isNamed: boolean;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** `null`: the popup concerns another; `undefined`: that is not known yet. */
  concerned: ConcernedDiary | null | undefined;
}

/** Today at one diary: what is on and what is next, the rest folded. */
export function TodayDiaryView(props: TodayDiaryViewProps) {
  const { diary, isNamed, now, concerned, onAgain, onDiary, onSection, ...rest } = props;
  const { state, inMax, name, origin, timeZone } = diary;
  const unread = diary.unread ?? 0;
  const linked = state.kind === 'known' ? state.linked : concerned?.linked;
  const hasSection = concerned ? concerned.hasSection : concerned === null && state.kind === 'known';
  return (
    <div class="today-diary">
      {isNamed && <h3>{name}</h3>}
      {state.kind === 'known' ? (
        <Known diary={diary} state={state} moment={{ now, timeZone }} joinsAs={concerned?.joinsAs ?? null} {...rest} />
      ) : (
        <p>{state.kind === 'problem' ? problemWords(state.problem) : words(`today_${state.kind}`)}</p>
      )}
      {inMax && <SchoolInMax sign={inMax} />}
      {unread > 0 && !hasSection && <p>{words('todayUnread', unread)}</p>}
      <div class="actions">
        {state.kind === 'problem' && (
          <button type="button" class="button" onClick={onAgain}>
            {words('retry')}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={() => onDiary(origin)}>
          {words('popupDiary')}
        </button>
        {hasSection && (
          <button
            type="button"
            class="button button-quiet"
            aria-description={unread > 0 ? words('todayUnread', unread) : undefined}
            onClick={() => onSection(origin)}
          >
            {words(linked === false ? 'popupLink' : 'popupSection')}
            {unread > 0 && <Badge count={unread} />}
          </button>
        )}
      </div>
    </div>
  );
}

interface KnownProps extends Pick<TodayDiaryViewProps, 'diary' | 'onJoin' | 'likelyZone' | 'onZone'> {
  joinsAs: string | null;
  state: Extract<TodayState, { kind: 'known' }>;
  moment: Now;
}

function Known({ diary, state, moment, joinsAs, onJoin, likelyZone, onZone }: KnownProps) {
  const { now, next, later, over, timeless } = standAt(state.rows, moment.now);
  const join = (row: TodayRow, link: TodayLink) => onJoin(diary, row, link);
  const said = diary.isZoneAssumed ? null : (state.quiet ?? (over.length === state.rows.length ? 'over' : null));
  return (
    <>
      {said && <p>{words(`today_${said}`)}</p>}
      <ul class="plain today-rows">
        {[...now, ...next, ...timeless].map((row) => (
          <TodayRowView key={row.key} row={row} moment={moment} joinsAs={joinsAs} onJoin={join} />
        ))}
      </ul>
      {diary.isZoneAssumed && <ZoneQuestion likely={likelyZone} onTell={(zone) => onZone(diary.origin, zone)} />}
      {later.length > 0 && <Folded summary={words('todayLater', later.length)} rows={later} moment={moment} />}
      {over.length > 0 && <Folded summary={words('todayEnded', over.length)} rows={over} moment={moment} />}
      {!diary.isZoneAssumed && state.next && state.next.rows.length > 0 && (
        <Folded
          summary={words('todayNextDay', dayWords(state.next.date, moment), state.next.rows.length)}
          rows={state.next.rows}
          moment={moment}
        />
      )}
    </>
  );
}

function Folded({ summary, rows, moment }: { summary: string; rows: readonly TodayRow[]; moment: Now }) {
  return (
    <details class="today-folded">
      <summary>{summary}</summary>
      <ul class="plain">
        {rows.map((row) => {
          const isOver = joinState(row, moment.now).kind === 'over';
          const child = childWords(row);
          return (
            <li key={row.key} class={isOver ? 'pale' : undefined}>
              {listedWords(row, moment)}
              {child && `, ${child}`}
              {isOver && `, ${words('todayPast')}`}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
