import { words } from '@/lib/words';

interface SettingsLinkProps {
  /** The part that is meant. */
  part?: string;
  class?: string;
}

/** A link to «Настройки», in a tab of its own. */
export function SettingsLink({ part, class: className }: SettingsLinkProps) {
  return (
    <a href={`/options.html${part ? `#${part}` : ''}`} target="_blank" rel="noopener" class={className}>
      {words('settings')}
    </a>
  );
}
