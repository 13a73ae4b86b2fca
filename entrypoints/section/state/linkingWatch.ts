import type { LinkingView } from '@/lib/messages/linking';
import type { Shown } from './section';

/**
 * What may bring linking on while the person looks: asking VK again (`look`), or only asking the background where linking
 * stands (`read`), which wakes one that died over a question.
 */
export type Look = 'look' | 'read' | null;

/** How often it is looked, milliseconds. */
export const lookInterval = 5000;

/** Ten minutes of looking at one step: whoever stays away longer comes back by a click, or by looking at the page again. */
export const mostLooks = 120;

/** What one look at a step of linking is. */
export function lookAt(linking: LinkingView): Look {
  if (linking.name === 'checking' || linking.name === 'vkid') return 'read';
  return linking.watched ? 'look' : null;
}

/** What coming back to the page is worth, also where nobody looks any more by themselves. */
export function lookOnReturn(view: Shown): Look {
  if (view.kind !== 'unlinked') return null;
  const { linking } = view;
  const waits = linking.name === 'waiting' || (linking.name === 'start' && linking.conflict !== null);
  return waits ? 'look' : 'read';
}

/** Counts the looks at one step, so that none is looked at for ever. Each call is one look. */
export function createLinkingWatch(): (view: Shown) => Look {
  let step = '';
  let looks = 0;
  return (view) => {
    const look = view.kind === 'unlinked' ? lookAt(view.linking) : null;
    const seen = view.kind === 'unlinked' ? stepOf(view.linking) : '';
    if (seen !== step) looks = 0;
    step = seen;
    if (look === null || looks >= mostLooks) return null;
    looks += 1;
    return look;
  };
}

function stepOf(linking: LinkingView): string {
  return [linking.name, linking.watched, 'purpose' in linking ? linking.purpose : ''].join();
}
