import { words } from '@/lib/words';
import { Page } from './Page';
import { siteName } from './siteName';

interface PermissionProps {
  /** Match patterns that are not allowed; none: all is well. */
  origins: readonly string[];
  /** A site that the person chose, not one of the manifest. */
  isSite: boolean;
  /** The person has just said no. */
  refused: boolean;
  /** It was allowed, but that could not be kept. */
  isUnkept: boolean;
  onAllow: () => void;
  onClose: () => void;
}

/** Which sites the extension may not ask, why it wants to, and the button that changes it. */
export function Permission({ origins, isSite, refused, isUnkept, onAllow, onClose }: PermissionProps) {
  const isDone = origins.length === 0;
  const why = isSite ? 'permissionSiteWhy' : 'permissionWhy';
  const done = isSite ? 'permissionSiteDone' : 'permissionDone';
  const no = isSite ? 'permissionSiteRefused' : 'permissionRefused';
  const asked = isUnkept ? 'settingsFailed' : refused ? no : why;
  const sentence = isDone ? done : asked;
  return (
    <Page narrow>
      <h1>{words(isDone ? 'permissionDoneHeading' : isSite ? 'permissionSiteHeading' : 'permissionHeading')}</h1>
      <p role="status">{words(sentence)}</p>
      {!isDone && (
        <ul>
          {origins.map((origin) => (
            <li key={origin}>{siteName(origin)}</li>
          ))}
        </ul>
      )}
      <div class="actions">
        {isDone ? (
          <button type="button" class="button button-main" onClick={onClose}>
            {words('permissionClose')}
          </button>
        ) : (
          <button type="button" class="button button-main" onClick={onAllow}>
            {words('permissionAllow')}
          </button>
        )}
      </div>
    </Page>
  );
}
