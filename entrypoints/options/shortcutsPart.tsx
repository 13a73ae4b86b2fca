import { browser } from 'wxt/browser';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { type Shortcut, Shortcuts } from '@/components/settings/Shortcuts';
import { type MessageKey, words } from '@/lib/words';
import { useRead } from './useRead';

/** «Сочетания клавиш». */
export const shortcutsPart: SettingsPart = { id: 'shortcuts', heading: 'settingsShortcuts', Content: ShortcutsNow };

/** In Russian in every browser: a description that the browser gives is in its own language. */
const names: Readonly<Record<string, MessageKey>> = {
  'join-now': 'shortcutJoin',
  'open-section': 'shortcutOpen',
  _execute_action: 'shortcutPopup',
};

/** Firefox alone has this one, from 137. */
type CommandsOfFirefox = typeof browser.commands & { openShortcutSettings?: () => Promise<void> };

const openSettings = import.meta.env.FIREFOX
  ? (browser.commands as CommandsOfFirefox).openShortcutSettings
  : async () => void (await browser.tabs.create({ url: 'chrome://extensions/shortcuts' }));

function ShortcutsNow() {
  const { view } = useRead(readShortcuts);
  return <Shortcuts shortcuts={view} onChange={openSettings ? () => void openSettings() : null} />;
}

/** All keys as the browser has them now: another extension may have taken some, and the person changes them at will. */
async function readShortcuts(): Promise<Shortcut[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', description, shortcut = '' }) => ({
    name,
    description: names[name] ? words(names[name]) : (description ?? name),
    keys: shortcut,
  }));
}
