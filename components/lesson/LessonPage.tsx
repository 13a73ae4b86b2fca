import './LessonPage.css';
import { dayHeading } from '@/components/calls/groups';
import { Page } from '@/components/pages/Page';
import { QrCode } from '@/components/parts/QrCode';
import { serviceWords } from '@/components/parts/serviceWords';
import { CopyLink } from '@/components/ways/CopyLink';
import type { CallRow } from '@/lib/messages/calls';
import type { LessonPageView } from '@/lib/messages/lessons';
import { formatTime } from '@/lib/time';
import { words } from '@/lib/words';

interface LessonPageProps {
  /** `null`: the lesson is not there any more. */
  view: LessonPageView | null;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  onCalendar: (row: CallRow) => void;
}

/** «⋯» at a lesson: its links to copy, for a tablet's camera and for the calendar. */
export function LessonPage({ view, now, onCalendar }: LessonPageProps) {
  if (!view?.rows.length)
    return (
      <Page narrow>
        <h1>{words('lessonGone')}</h1>
        <p>{words('lessonGoneHow')}</p>
      </Page>
    );
  const { name, rows, timeZone } = view;
  const [first] = rows;
  const times = first && [first.start, first.end].filter((time) => time !== null);
  return (
    <Page narrow>
      <h1>{name}</h1>
      {times?.[0] !== undefined && (
        <p>
          {dayHeading(times[0], now, timeZone)}, {times.map((time) => formatTime(time, timeZone)).join('–')}
        </p>
      )}
      {rows.map((row) => (
        <LessonLinks key={row.id} row={row} onCalendar={onCalendar} />
      ))}
    </Page>
  );
}

function LessonLinks({ row, onCalendar }: { row: CallRow; onCalendar: (row: CallRow) => void }) {
  const { service, name, address, start, end } = row;
  return (
    <section class="lesson-link">
      <h2>{service ? serviceWords(service) : name}</h2>
      {address !== null && (
        <>
          <div class="lesson-code">
            <QrCode text={address} label={words('pageLinksQr')} />
            <p>{words('callCodeHow')}</p>
          </div>
          <CopyLink address={address} />
        </>
      )}
      {start !== null && end !== null && (
        <div class="actions">
          <button type="button" class="button" onClick={() => onCalendar(row)}>
            {words('callToCalendar')}
          </button>
        </div>
      )}
    </section>
  );
}
