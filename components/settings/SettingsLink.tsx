import { words } from '@/lib/words';

/** A link to «Настройки», in a tab of its own. `part`: the one that is meant. */
export function SettingsLink({ part }: { part?: string }) {
  return (
    <a href={`/options.html${part ? `#${part}` : ''}`} target="_blank" rel="noopener">
      {words('settings')}
    </a>
  );
}
