/** The section is never lower than this where the page scrolls, in CSS pixels. */
const lowest = 480;

/** A place that leaves less than this to be seen is none. */
const smallest = 240;

/** The width that an element's content has, in CSS pixels; of an element without a box that of the one around it. */
export function contentWidth(element: Element): number {
  let boxed = element;
  while (boxed.clientWidth === 0 && boxed.parentElement) boxed = boxed.parentElement;
  const { paddingLeft, paddingRight } = getComputedStyle(boxed);
  return boxed.clientWidth - (Number.parseFloat(paddingLeft) || 0) - (Number.parseFloat(paddingRight) || 0);
}

/** What is seen of an element, cut by whatever clips or scrolls around it; a place in the window. */
function seenOf(element: Element): { left: number; right: number; bottom: number } {
  const box = element.getBoundingClientRect();
  const seen = { left: box.left, right: box.right, bottom: box.bottom };
  // What the body and the root cut, the window's own scrolling shows.
  for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(outer);
    const cut = outer.getBoundingClientRect();
    if (overflowX !== 'visible') {
      seen.left = Math.max(seen.left, cut.left);
      seen.right = Math.min(seen.right, cut.right);
    }
    if (overflowY !== 'visible') seen.bottom = Math.min(seen.bottom, cut.bottom);
  }
  return seen;
}

/**
 * Gives the frame's host the width that the page had for its content, and the height down to the end of what is seen.
 *
 * @param width as the page had it, in CSS pixels; 0 where that cannot be measured
 * @returns whether there is room for the section here
 */
export function fitHost(host: HTMLElement, width: number): boolean {
  const { style } = host;
  style.removeProperty('--sferum-width');
  // Boxes are as they are seen; lengths in a style are enlarged with the page, where it enlarges itself.
  const { currentCSSZoom: zoom } = host;
  const { top } = host.getBoundingClientRect();
  const wanted = Math.max(lowest, (window.innerHeight - top - window.scrollY) / zoom);
  style.setProperty('--sferum-height', `${wanted}px`);
  if (width === 0) return true;
  // A parent that is as wide as what is in it has shrunk with its content.
  if (host.getBoundingClientRect().width / zoom < width - 1) style.setProperty('--sferum-width', `${width}px`);

  const { left, right, bottom } = seenOf(host);
  const height = (bottom - top) / zoom;
  if (height < smallest || (right - left) / zoom < width - 1) return false;
  // The page's content scrolls in a box of its own: the section fills it and scrolls in itself.
  if (height < wanted - 1) style.setProperty('--sferum-height', `${height}px`);
  return true;
}
