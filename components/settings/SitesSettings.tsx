import { readableHost } from '@/lib/diary/origin';
import { words } from '@/lib/words';
import { ClosedSite } from './ClosedSite';

/** A site on which «Подключиться» stands behind every link, and whether the browser lets the extension in there. */
export interface AllowedSite {
  origin: string;
  isPermitted: boolean;
}

interface SitesSettingsProps {
  /** `null`: not known yet. */
  sites: readonly AllowedSite[] | null;
  onAllow: (origin: string) => void;
  onRemove: (origin: string) => void;
}

/** The sites on which the person wants «Подключиться» behind links. */
export function SitesSettings({ sites, onAllow, onRemove }: SitesSettingsProps) {
  return (
    <>
      <h3 id="allowed-sites" tabIndex={-1}>
        {words('sitesHeading')}
      </h3>
      {sites?.length === 0 && <p class="pale">{words('sitesNone')}</p>}
      <ul class="settings-list plain" aria-labelledby="allowed-sites">
        {sites?.map(({ origin, isPermitted }) => (
          <li key={origin}>
            <p>{readableHost(origin)}</p>
            {!isPermitted && <ClosedSite host={readableHost(origin)} onAllow={() => onAllow(origin)} />}
            <button
              type="button"
              class="button"
              aria-label={words('sitesRemove', readableHost(origin))}
              onClick={() => onRemove(origin)}
            >
              {words('settingsRemove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
