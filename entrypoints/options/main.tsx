import '@/components/theme/outside';
import { render } from 'preact';
import { SettingsPage } from '@/components/settings/SettingsPage';
import { deletePart } from './deletePart';
import { diariesPart } from './diariesPart';
import { keptPart } from './keptPart';
import { linksOnlyPart } from './linksOnlyPart';
import { linksPart } from './linksPart';
import { remindersPart } from './remindersPart';
import { reportPart } from './reportPart';
import { samplePart } from './samplePart';
import { shortcutsPart } from './shortcutsPart';

const root = document.getElementById('settings');

/** The parts, in their order: each is a module beside this one, with its picture in `components/settings`. */
const parts = [
  diariesPart,
  linksPart,
  remindersPart,
  shortcutsPart,
  linksOnlyPart,
  reportPart,
  samplePart,
  keptPart,
  deletePart,
];

/** A value of the build. */
const contact = import.meta.env.WXT_CONTACT ?? '';

function show(): void {
  const anchor = decodeURIComponent(location.hash.slice(1));
  if (root) render(<SettingsPage parts={parts} anchor={anchor} contact={contact} />, root);
}

window.addEventListener('hashchange', show);
show();
