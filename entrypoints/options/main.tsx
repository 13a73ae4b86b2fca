import '@/components/theme/outside';
import { render } from 'preact';
import { SettingsPage } from '@/components/settings/SettingsPage';
import { shortcutsPart } from './shortcutsPart';

const root = document.getElementById('settings');

/** The parts, in their order: each is a module beside this one, with its picture in `components/settings`. */
const parts = [shortcutsPart];

if (root) render(<SettingsPage parts={parts} />, root);
