import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { KeptList } from '@/components/settings/KeptList';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { ask } from '@/lib/messages/send';
import type { KeptView } from '@/lib/messages/settings';

/** «Что хранится». */
export const keptPart: SettingsPart = { id: 'kept', heading: 'settingsKept', Content: KeptNow };

function KeptNow() {
  const [kept, setKept] = useState<KeptView[] | null>(null);
  const show = () => void ask('kept.read', {}).then(setKept, () => undefined);
  return <KeptList kept={kept} isIncognito={browser.extension.inIncognitoContext} onShow={show} />;
}
