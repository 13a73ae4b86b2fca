import { ZoneChoice } from '@/components/zone/ZoneChoice';
import type { SchoolZone } from '@/lib/diary/adding/zones';
import { knownDiaries, shippedDiaries } from '@/lib/diary/diaries';
import { diaryPage, readableHost } from '@/lib/diary/origin';
import type { DiariesView } from '@/lib/messages/diaries';
import { words } from '@/lib/words';
import { ClosedSite } from './ClosedSite';

interface DiariesSettingsProps {
  diaries: DiariesView;
  /** Origins of shipped diaries that the browser keeps the extension away from. */
  closed: readonly string[];
  onZone: (origin: string, zone: SchoolZone) => void;
  /** In the click itself. */
  onAllow: (origin: string) => void;
  onRemove: (origin: string) => void;
}

/** The diaries: those that work with no question, those that the person added, and those known by name. */
export function DiariesSettings({ diaries, closed, onZone, onAllow, onRemove }: DiariesSettingsProps) {
  const isAdded = (origin: string) => diaries.added.some((diary) => diary.origin === origin);
  const known = knownDiaries.filter(({ origin }) => !isAdded(origin));
  return (
    <>
      <h3 id="added-diaries" tabIndex={-1}>
        {words('welcomeYours')}
      </h3>
      {diaries.waiting && <p>{words('welcomeSignIn', readableHost(diaries.waiting.origin))}</p>}
      {diaries.added.length === 0 && !diaries.waiting && <p class="pale">{words('diariesNoneAdded')}</p>}
      <ul class="settings-list plain" aria-labelledby="added-diaries">
        {diaries.added.map(({ origin, timeZone, isPermitted }) => (
          <li key={origin}>
            <DiaryLink origin={origin} />
            {!isPermitted && <ClosedSite host={readableHost(origin)} onAllow={() => onAllow(origin)} />}
            <ZoneChoice about={readableHost(origin)} value={timeZone ?? ''} onChange={(zone) => onZone(origin, zone)} />
            <button
              type="button"
              class="button"
              aria-label={words('diariesRemove', readableHost(origin))}
              onClick={() => onRemove(origin)}
            >
              {words('settingsRemove')}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href="/welcome.html" target="_blank" rel="noopener">
          {words('diariesAdd')}
        </a>
      </p>

      <h3 id="shipped-diaries">{words('diariesShipped')}</h3>
      <ul class="settings-list plain" aria-labelledby="shipped-diaries">
        {shippedDiaries.map(({ origin, region }) => (
          <li key={origin}>
            <DiaryLink origin={origin} region={region} />
            {closed.includes(origin) && <ClosedSite host={readableHost(origin)} onAllow={() => onAllow(origin)} />}
            {diaries.shared
              .filter((shared) => shared.origin === origin)
              .map(({ timeZone }) => (
                <ZoneChoice
                  key={origin}
                  about={readableHost(origin)}
                  value={timeZone ?? ''}
                  onChange={(zone) => onZone(origin, zone)}
                />
              ))}
          </li>
        ))}
      </ul>

      {known.length > 0 && (
        <details>
          <summary>{words('diariesKnown')}</summary>
          <p>{words('diariesKnownHow')}</p>
          <ul>
            {known.map(({ origin, region }) => (
              <li key={origin}>
                {region}, {readableHost(origin)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function DiaryLink({ origin, region = '' }: { origin: string; region?: string }) {
  return (
    <p>
      {region && `${region}, `}
      <a href={diaryPage(origin)} target="_blank" rel="noopener noreferrer">
        {readableHost(origin)}
      </a>
    </p>
  );
}
