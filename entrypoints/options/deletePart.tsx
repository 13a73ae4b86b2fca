import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DeleteAll } from '@/components/settings/DeleteAll';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { ask } from '@/lib/messages/send';
import type { DeletedView } from '@/lib/messages/settings';
import { consentAddress } from '@/lib/sites/vkid';

/** «Удалить всё». */
export const deletePart: SettingsPart = { id: 'delete', heading: 'settingsDelete', Content: DeleteNow };

function DeleteNow() {
  const [state, setState] = useState<'busy' | 'interrupted' | DeletedView | null>(null);

  async function deleteAll(): Promise<void> {
    setState('busy');
    setState(await ask('kept.deleteAll', {}).catch(() => 'interrupted' as const));
  }

  return (
    <DeleteAll
      state={state}
      isIncognito={browser.extension.inIncognitoContext}
      isFirefox={import.meta.env.FIREFOX}
      consentAddress={consentAddress}
      onDelete={() => void deleteAll()}
    />
  );
}
