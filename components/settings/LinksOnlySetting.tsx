import { words } from '@/lib/words';

interface LinksOnlySettingProps {
  /** `null`: not known yet. */
  isOn: boolean | null;
  isBusy: boolean;
  onChange: (on: boolean) => void;
}

/** «Не обращаться к VK»: what works then and what does not. */
export function LinksOnlySetting({ isOn, isBusy, onChange }: LinksOnlySettingProps) {
  return (
    <>
      <label class="settings-switch">
        <input
          type="checkbox"
          checked={isOn === true}
          disabled={isOn === null}
          // Not `disabled`: the focus would be lost.
          aria-disabled={isBusy}
          onClick={(event) => isBusy && event.preventDefault()}
          aria-describedby="links-only-what"
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{words('linksOnlySwitch')}</span>
      </label>
      <div id="links-only-what">
        <p>{words('linksOnlyKeeps')}</p>
        <p>{words('linksOnlyLoses')}</p>
      </div>
    </>
  );
}
