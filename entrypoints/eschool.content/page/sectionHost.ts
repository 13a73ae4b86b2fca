import { words } from '@/lib/words';
import { build, buildHost } from './element';

/** Where the section's frame stands: in the place of the content, behind that place, or over the whole page. */
export type Place = 'inside' | 'beside' | 'over';

/** Stands on our frame's host while it may be seen; says where. Our style sheet hides the page's content only beside such a host. */
export const placeAttribute = 'data-place';

/** Puts a host in one of the places; a frame that is in it loads anew when it moves. */
export function putHost(host: HTMLElement, parent: Element, place: 'inside' | 'beside'): void {
  if (place === 'inside') {
    if (host.parentElement !== parent) parent.prepend(host);
  } else if (host.previousElementSibling !== parent) {
    // Where the content would stand.
    const { margin, padding } = getComputedStyle(parent);
    host.style.margin = margin;
    host.style.padding = padding;
    parent.after(host);
  }
  host.setAttribute(placeAttribute, place);
}

/** Whether a host is where it hides the content that the page has now. */
export function hides(host: HTMLElement, place: Place, parent: Element | null): boolean {
  if (!host.isConnected) return false;
  if (place === 'over' || !parent) return true;
  return place === 'inside' ? host.parentElement === parent : host.previousElementSibling === parent;
}

/** Lays a frame over the whole page, with a header and ways back: nothing of the page is hidden. */
export function showOver(frame: HTMLIFrameElement, onLeave: () => void): HTMLElement {
  const close = build('button', { part: 'sferum-button soft', text: words('closeFrame'), onClick: onLeave });
  const header = build('div', { part: 'header', children: [build('span', { text: words('sectionTitle') }), close] });
  const dialog = build('dialog', {
    part: 'dialog',
    attributes: { 'aria-label': words('sectionTitle') },
    children: [header, frame],
  });
  // Escape, where the frame does not have the focus; in the frame its own page hears it.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onLeave();
  });
  const host = buildHost('sferum-section', dialog);
  host.setAttribute(placeAttribute, 'over');
  document.body.append(host);
  dialog.showModal();
  return host;
}
