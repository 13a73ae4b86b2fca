import '@/components/theme/outside';
import { render } from 'preact';
import { Privacy } from '@/components/privacy/Privacy';
import text from '@/PRIVACY.md?raw';

const root = document.getElementById('privacy');
if (root) render(<Privacy text={text} />, root);
