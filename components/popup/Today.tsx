import './Today.css';
import type { TodayView } from '@/lib/messages/today';
import { words } from '@/lib/words';
import { type TodayActions, TodayDiaryView } from './TodayDiaryView';
import type { ConcernedDiary } from './todayWords';

interface TodayProps extends TodayActions {
  /** `null`: not known yet, its place is kept; `failed`: it could not be asked. */
  view: TodayView | 'failed' | null;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** A private window or a container of Firefox: nothing of the ordinary windows is shown there. */
  isForeign: boolean;
  /** A private window of either browser: a diary may be known in the ordinary ones all the same. */
  isPrivate: boolean;
  /** The diary that the popup concerns; `undefined`: not known yet. */
  concerned: ConcernedDiary | null | undefined;
}

/** «Сегодня»: what is on now and what is next, of each diary. */
export function Today({ view: found, now, isForeign, isPrivate, concerned, ...actions }: TodayProps) {
  const view = found === 'failed' ? null : found;
  return (
    <section class="today" aria-busy={found === null}>
      <h2>{words('todayHeading')}</h2>
      {found === null && <TodaySkeleton />}
      {found === 'failed' && (
        <>
          <p class="bad">{words('todayFailed')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={actions.onAgain}>
              {words('retry')}
            </button>
          </div>
        </>
      )}
      {view?.diaries.map((diary) => (
        <TodayDiaryView
          key={diary.origin}
          diary={diary}
          isNamed={view.diaries.length > 1}
          now={now}
          concerned={concerned && concerned.origin !== diary.origin ? null : concerned}
          {...actions}
        />
      ))}
      {view && isForeign && <p class="pale">{words('todayPrivate')}</p>}
      {view?.diaries.length === 0 && !isForeign && (
        <>
          <p>{words(isPrivate ? 'todayPrivate' : 'todayNoDiary')}</p>
          <p class="pale">{words('todayNoDiaryHow')}</p>
          <div class="actions">
            <button type="button" class="button button-main" onClick={actions.onConnect}>
              {words('todayConnect')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** Of the shape of a lesson that is on. */
function TodaySkeleton() {
  return (
    <div class="today-diary">
      <span class="for-readers">{words('todayLoading')}</span>
      <span class="bone bone-line bone-long" />
      <div class="actions" aria-hidden="true">
        <span class="button bone">
          <span>{words('join')}</span>
        </span>
      </div>
      <div class="actions" aria-hidden="true">
        <span class="button button-quiet bone">
          <span>{words('popupDiary')}</span>
        </span>
      </div>
    </div>
  );
}
