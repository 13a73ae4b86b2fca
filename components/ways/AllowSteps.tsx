import type { BrowserView } from '@/lib/messages/ways';
import { words } from '@/lib/words';
import { ManagePicture, PuzzlePicture, RunInPrivatePicture } from './pictures';

interface AllowStepsProps {
  browser: BrowserView;
  inPopup: boolean;
}

/**
 * How Firefox is told that the extension may work in private windows, in the words of its own menus: the same in all versions
 * that the extension runs in (148 and later).
 */
export function AllowSteps({ browser, inPopup }: AllowStepsProps) {
  return (
    <div class="way-steps">
      <p class="strong">{words('waysPrivateStepsFirefox', browser.name, browser.version || '')}</p>
      <ol>
        <li>
          {words('waysPrivateStep1')}
          <PuzzlePicture />
        </li>
        <li>
          {words('waysPrivateStep2', words('extensionName'))}
          <ManagePicture />
        </li>
        <li>
          {words('waysPrivateStep3')}
          <RunInPrivatePicture />
        </li>
        <li>{words(inPopup ? 'waysPrivateStep4Popup' : 'waysPrivateStep4')}</li>
      </ol>
    </div>
  );
}
