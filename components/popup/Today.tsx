import './Today.css';
import type { TodayView } from '@/lib/messages/today';
import { words } from '@/lib/words';
import { type TodayActions, TodayDiaryView } from './TodayDiaryView';

interface TodayProps extends TodayActions {
  /** `null`: not known yet, its place is kept. */
  view: TodayView | null;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** A private window or a container: nothing of the ordinary windows is shown there. */
  isForeign: boolean;
}

/** «Сегодня»: what is on now and what is next, of each diary. */
export function Today({ view, now, isForeign, ...actions }: TodayProps) {
  return (
    <section class="today" aria-busy={view === null}>
      <h2>{words('todayHeading')}</h2>
      {view === null && <TodaySkeleton />}
      {view?.diaries.map((diary) => (
        <TodayDiaryView key={diary.origin} diary={diary} isNamed={view.diaries.length > 1} now={now} {...actions} />
      ))}
      {view && isForeign && <p class="pale">{words('todayPrivate')}</p>}
      {view?.diaries.length === 0 && !isForeign && (
        <>
          <p>{words('todayNoDiary')}</p>
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
    </div>
  );
}
