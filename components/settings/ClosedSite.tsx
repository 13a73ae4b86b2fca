import { words } from '@/lib/words';

/** The browser keeps the extension away from a site now. `onAllow`: in the click itself, at no other moment does a browser ask. */
export function ClosedSite({ host, onAllow }: { host: string; onAllow: () => void }) {
  return (
    <>
      <p class="bad">{words('settingsClosed')}</p>
      <button type="button" class="button button-main" aria-label={words('settingsAllowSite', host)} onClick={onAllow}>
        {words('settingsAllowAgain')}
      </button>
    </>
  );
}
