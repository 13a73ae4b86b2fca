import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useLatest } from '@/components/pages/useLatest';
import { ReminderChoices } from '@/components/reminders/ReminderChoices';
import { Said } from '@/components/settings/Said';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import type { RemindersView } from '@/lib/messages/reminders';
import { ask } from '@/lib/messages/send';
import type { ReminderSettings } from '@/lib/reminders/settings';
import { words } from '@/lib/words';

/** «Напоминания», with the badge. */
export const remindersPart: SettingsPart = { id: 'reminders', heading: 'settingsReminders', Content: RemindersNow };

function RemindersNow() {
  const { view, take, put } = useLatest<RemindersView | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const [isShown, setShown] = useState<boolean | null>(null);
  useEffect(() => {
    const read = () => void take(ask('reminders.read', {}));
    read();
    // Taken back in the browser, or chosen in another tab.
    browser.permissions.onRemoved.addListener(read);
    window.addEventListener('focus', read);
    return () => {
      browser.permissions.onRemoved.removeListener(read);
      window.removeEventListener('focus', read);
    };
  }, [take]);
  if (!view) return null;

  async function choose(changes: Partial<ReminderSettings>): Promise<void> {
    if (!view) return;
    const settings = { ...view.settings, ...changes };
    // At once: whoever chooses something else before this is kept chooses that as well.
    put({ ...view, settings });
    const now = await ask('reminders.choose', { settings }).catch(() => null);
    setFailed(now === null);
    // What could not be kept stands there as it was.
    put(now ?? view);
  }

  /** In the click itself: a browser asks the person at no other moment. */
  function switchOn(): void {
    browser.permissions.request({ permissions: ['notifications'] }).then(
      async (isGranted) => {
        setRefused(!isGranted);
        if (isGranted) await choose({ areOn: true });
      },
      () => setRefused(true),
    );
  }

  return (
    <>
      <ReminderChoices
        view={view}
        isRefused={isRefused}
        isShown={isShown}
        onSwitch={(areOn) => (areOn ? switchOn() : void choose({ areOn }))}
        onChoose={(changes) => void choose(changes)}
        onTry={() => void ask('reminders.example', {}).then(setShown, () => setShown(false))}
      />
      <Said text={isFailed ? words('settingsFailed') : ''} isBad={isFailed} />
    </>
  );
}
