import type { WaysView } from '@/lib/messages/ways';
import { words } from '@/lib/words';
import { AllowSteps } from './AllowSteps';
import { IncognitoPicture } from './pictures';
import type { WaysState } from './useWays';
import { WayStatus } from './WayStatus';

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
      <p>{words('waysPrivateWhat')}</p>
      {isFirefox && privateWindow.forbidden ? (
        <AllowSteps browser={browser} inPopup={inPopup} />
      ) : (
        <div class="actions">
          <button
            type="button"
            class="button button-main"
            aria-disabled={acting === 'openPrivateWindow'}
            onClick={() => act('openPrivateWindow')}
          >
            {words(isFirefox ? 'waysPrivateOpenFirefox' : 'waysPrivateOpenChrome')}
          </button>
        </div>
      )}
      <WayStatus tone={privateWindow.resumable ? 'plain' : privateWindow.forbidden ? 'bad' : 'good'}>
        {privateWindow.resumable && words('waysPrivateResuming')}
        {opened && words('waysPrivateOpened')}
        {!isFirefox && privateWindow.forbidden && words('waysPrivateRefusedChrome', browser.name)}
      </WayStatus>
      {!isFirefox && <ChromeExpectations allowed={privateWindow.allowed} onAllow={() => act('openSettings')} />}
    </>
  );
}

/** What an incognito window is like: other sign-ins, and extensions off until they are allowed there. */
function ChromeExpectations({ allowed, onAllow }: { allowed: boolean; onAllow: () => void }) {
  if (allowed) return <p class="way-note">{words('waysPrivateExpectAllowed')}</p>;
  return (
    <>
      <p class="way-note">{words('waysPrivateExpect')}</p>
      <details class="way-more">
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
