import { useState } from 'preact/hooks';
import { LinksOnlySetting } from '@/components/settings/LinksOnlySetting';
import { Said } from '@/components/settings/Said';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { ask } from '@/lib/messages/send';
import { type MessageKey, words } from '@/lib/words';
import { useRead } from './useRead';

/** «Не обращаться к VK». */
export const linksOnlyPart: SettingsPart = { id: 'vk', heading: 'settingsLinksOnly', Content: LinksOnlyNow };

const readSwitch = () => ask('linksOnly.read', {});

function LinksOnlyNow() {
  const { view, put, again } = useRead(readSwitch, ['session']);
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState<MessageKey | null>(null);

  async function change(on: boolean): Promise<void> {
    setIsBusy(true);
    const now = await ask('linksOnly.set', { on }).catch(() => null);
    setIsBusy(false);
    if (now === null) {
      setSaid('settingsFailed');
      return again();
    }
    put(now);
    setSaid(now ? 'linksOnlyOn' : 'linksOnlyOff');
  }

  return (
    <>
      <LinksOnlySetting isOn={view} isBusy={isBusy} onChange={(on) => void change(on)} />
      <Said text={said === null ? '' : words(said)} isBad={said === 'settingsFailed'} />
    </>
  );
}
