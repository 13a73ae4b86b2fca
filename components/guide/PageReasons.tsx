import { SettingsLink } from '@/components/settings/SettingsLink';
import type { PageReasonsView } from '@/lib/messages/support';
import { words } from '@/lib/words';

/** Why there is no «Подключиться» on the pages of diaries that are open now; `null`: not known yet. */
export function PageReasons({ pages }: { pages: readonly PageReasonsView[] | null }) {
  if (!pages) return null;
  return (
    <section class="guide-reasons" aria-labelledby="reasons-heading">
      <h3 id="reasons-heading">{words('reasonsHeading')}</h3>
      {pages.length === 0 && <p>{words('reasonsNoPage')}</p>}
      {pages.map((page) => (
        <PageOfDiary key={page.region} page={page} />
      ))}
    </section>
  );
}

function PageOfDiary({ page: { region, lessons, withButton, reasons } }: { page: PageReasonsView }) {
  return (
    <>
      {region !== '' && (
        <p>
          <strong>{region}</strong>
          {lessons > 0 && `: ${words('reasonsCount', lessons, withButton)}`}
        </p>
      )}
      {reasons.length === 0 && <p>{words('reasonsAll')}</p>}
      <ul>
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            {count > 0 && `${words('reasonLessons', count)} `}
            {words(`reason_${reason}`)}
            {reason === 'notPermitted' && (
              <>
                {' '}
                <SettingsLink part="diaries" />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
