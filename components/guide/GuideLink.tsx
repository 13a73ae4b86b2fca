import type { ComponentChildren } from 'preact';
import { words } from '@/lib/words';
import type { EntryId } from './entries';

interface GuideLinkProps {
  /** The entry that helps here. */
  entry?: EntryId;
  /** «Помощь» where nothing else is said. */
  children?: ComponentChildren;
}

/** A link to the guide, in a tab of its own. */
export function GuideLink({ entry, children }: GuideLinkProps) {
  return (
    <a href={`/guide.html${entry ? `#${entry}` : ''}`} target="_blank" rel="noopener">
      {children ?? words('help')}
    </a>
  );
}
