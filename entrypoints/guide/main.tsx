import '@/components/theme/outside';
import { render } from 'preact';
import { Guide } from '@/components/guide/Guide';

const root = document.getElementById('guide');

function show(): void {
  if (root) render(<Guide anchor={decodeURIComponent(location.hash.slice(1))} />, root);
}

window.addEventListener('hashchange', show);
show();
