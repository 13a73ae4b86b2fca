import type { WaysView } from '@/lib/messages/ways';
import { words } from '@/lib/words';
import { AllowSteps } from './AllowSteps';
import { IncognitoPicture } from './pictures';
import type { WaysState } from './useWays';

interface PrivateWindowWayProps extends Pick<WaysState, 'act' | 'acting' | 'done'> {
  view: WaysView;
  inPopup: boolean;
}

/** «Окно в режиме инкогнито» in Chrome, «приватное окно» in Firefox: one button, and what to do where the browser forbids it. */
export function PrivateWindowWay({ view, inPopup, act, acting, done }: PrivateWindowWayProps) {
  const { browser, privateWindow } = view;
  const isFirefox = browser.kind === 'firefox';
  const opened = done === 'openPrivateWindow' && !privateWindow.forbidden;
  return (
    <>
      <h2>{words(isFirefox ? 'waysPrivateFirefox' : 'waysPrivateChrome')}</h2>
      <p>{words('waysPrivateWhat')}</p>
      {isFirefox && privateWindow.forbidden ? (
        <AllowSteps browser={browser} inPopup={inPopup} />
      ) : (
        <div class="actions">
          <button
            type="button"
            class="button button-main"
            disabled={acting === 'openPrivateWindow'}
            onClick={() => act('openPrivateWindow')}
          >
            {words(isFirefox ? 'waysPrivateOpenFirefox' : 'waysPrivateOpenChrome')}
          </button>
        </div>
      )}
      <p class="ways-status" role="status">
        {privateWindow.resumable && words('waysPrivateResuming')}
        {opened && words('waysPrivateOpened')}
        {!isFirefox && privateWindow.forbidden && words('waysPrivateRefusedChrome', browser.name)}
      </p>
      {!isFirefox && <ChromeExpectations allowed={privateWindow.allowed} onAllow={() => act('openSettings')} />}
    </>
  );
}

/** What an incognito window is like: other sign-ins, and extensions off until they are allowed there. */
function ChromeExpectations({ allowed, onAllow }: { allowed: boolean; onAllow: () => void }) {
  if (allowed) return <p class="ways-note">{words('waysPrivateExpectAllowed')}</p>;
  return (
    <>
      <p class="ways-note">{words('waysPrivateExpect')}</p>
      <details class="ways-more">
        <summary>{words('waysPrivateAllowChrome')}</summary>
        <p>{words('waysPrivateAllowChromeHow')}</p>
        <IncognitoPicture />
        <button type="button" class="button" onClick={onAllow}>
          {words('waysPrivateAllowChrome')}
        </button>
      </details>
    </>
  );
}
