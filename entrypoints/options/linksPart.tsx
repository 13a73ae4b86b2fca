import { useState } from 'preact/hooks';
import { ReadOut } from '@/components/pages/ReadOut';
import { UnlinkedNotice } from '@/components/people/UnlinkedNotice';
import { KnownLinks } from '@/components/settings/KnownLinks';
import { Said } from '@/components/settings/Said';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { ask } from '@/lib/messages/send';
import type { DeletedView } from '@/lib/messages/settings';
import { consentAddress } from '@/lib/sites/vkid';
import { words } from '@/lib/words';
import { useRead } from './useRead';

/** «Связи». */
export const linksPart: SettingsPart = { id: 'links', heading: 'settingsLinks', Content: LinksNow };

const readLinks = () => ask('knownLinks.read', {});

function LinksNow() {
  const { view, again } = useRead(readLinks, ['linking', 'session']);
  const [consent, setConsent] = useState<DeletedView['consent'] | null>(null);
  const [isFailed, setIsFailed] = useState(false);

  async function unlink(accountKey: string): Promise<void> {
    setConsent(null);
    const end = await ask('knownLinks.remove', { accountKey }).catch(() => 'failed' as const);
    setIsFailed(end === 'failed');
    if (end !== 'failed') setConsent(end);
    await again();
    document.getElementById('links-heading')?.focus();
  }

  return (
    <>
      <ReadOut>
        {consent && (
          <UnlinkedNotice consent={consent} consentAddress={consentAddress} onHide={() => setConsent(null)} />
        )}
      </ReadOut>
      <Said text={isFailed ? words('settingsFailed') : ''} isBad />
      <KnownLinks links={view} onUnlink={(accountKey) => void unlink(accountKey)} />
    </>
  );
}
