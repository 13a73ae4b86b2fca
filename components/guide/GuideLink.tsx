import type { ComponentChildren } from 'preact';
import type { EntryId } from './entries';

/** A link to the entry of the guide that helps here, in a tab of its own. */
export function GuideLink({ entry, children }: { entry?: EntryId; children: ComponentChildren }) {
  return (
    <a class="guide-link" href={`/guide.html${entry ? `#${entry}` : ''}`} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
