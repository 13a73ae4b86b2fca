/** How the page is shown while it is looked at. */
export interface Shown {
  /** In the system's colours. */
  isForced: boolean;
  /** With text twice as large. */
  isLarge: boolean;
  /** With less that moves. */
  isStill: boolean;
  /** Hosts of shadow roots alone, where the page is somebody else's. */
  hosts: string;
}

/**
 * What cannot be seen or used as it is shown, a line each: things that stick out sideways, texts that are cut, words that are broken,
 * what moves, what loses its edge in the system's colours. Goes into the page as text: it uses nothing from outside.
 */
export function faultsIn({ isForced, isLarge, isStill, hosts }: Shown): string[] {
  const world = window as unknown as { drawnByColour?: Set<Element>; wholeNames?: Set<Element> };
  const deep = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
      one,
      ...(one.shadowRoot ? deep(one.shadowRoot) : []),
    ]);
  const roots = hosts === '' ? [document.body] : [...document.querySelectorAll(hosts)].map((host) => host.shadowRoot);
  const all = roots.flatMap((root) => (root ? deep(root) : [])).filter((one) => one.checkVisibility());
  const isForReaders = (one: Element): boolean =>
    one.matches('.for-readers, .only-focused') ||
    getComputedStyle(one).clipPath === 'inset(50%)' ||
    (one.parentElement !== null && isForReaders(one.parentElement));
  const tell = (one: Element) =>
    `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? one.getAttribute('part') ?? ''} «${(one.textContent ?? '').trim().slice(0, 40)}»`;
  const ownText = (one: Element) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
  const isClear = (colour: string) => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);
  const behind = (one: Element | null): string => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return '';
  };
  const isControl = (one: Element) =>
    one.matches('button, input:not([type=radio], [type=checkbox]), select, textarea, a.button');
  const hasBorder = (one: Element) => {
    const style = getComputedStyle(one);
    return (['top', 'right', 'bottom', 'left'] as const).some((side) => {
      const colour = style.getPropertyValue(`border-${side}-color`);
      const isThere = style.getPropertyValue(`border-${side}-style`) !== 'none' && !isClear(colour);
      return isThere && Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 && colour !== behind(one);
    });
  };
  const hasColour = (one: Element) => {
    const { backgroundColor } = getComputedStyle(one);
    return !isClear(backgroundColor) && backgroundColor !== behind(one.parentElement);
  };
  const isSeen = (one: Element) =>
    hasBorder(one) || hasColour(one) || getComputedStyle(one).textDecorationLine.includes('underline');

  const isAddress = (text: string) => /[/@_=&]|\w\.\w|^\S{40}/.test(text);
  const brokenWords = (one: Element) =>
    [...one.childNodes].flatMap((node) => {
      const words = node instanceof Text ? node.data.matchAll(/\S+/g) : [];
      return [...words].flatMap(({ 0: text, index }) => {
        const parts = isAddress(text) ? [] : text.matchAll(/\p{L}+/gu);
        return [...parts].flatMap((part) => {
          const range = document.createRange();
          range.setStart(node, index + part.index);
          range.setEnd(node, index + part.index + part[0].length);
          const [first, ...others] = range.getClientRects();
          return first && others.some(({ top }) => top >= first.bottom - 2) ? part[0] : [];
        });
      });
    });

  const found: string[] = [];
  const over = document.documentElement.scrollWidth - window.innerWidth;
  if (hosts === '' && over > 0) found.push(`the page is ${over} pixels too wide`);
  if (!isForced) world.drawnByColour = new Set();
  for (const one of all) {
    const style = getComputedStyle(one);
    const { right, width, height } = one.getBoundingClientRect();
    const isScrolled = one.closest('table, pre, textarea, svg, .chat') !== null;
    if (hosts === '' && right > window.innerWidth + 1 && !isScrolled && !isForReaders(one))
      found.push(`sticks out: ${tell(one)}`);
    const isHidden = style.overflowX === 'hidden' || style.overflowX === 'clip';
    const isFolded = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    const isCut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2;
    if (isHidden && isCut && !isFolded && ownText(one) && !isForReaders(one) && !one.matches('input, textarea, select'))
      found.push(`is cut: ${tell(one)}`);
    if (!isForced && !isStill && !isForReaders(one) && !one.closest('svg, pre'))
      found.push(...brokenWords(one).map((word) => `a word is broken: «${word}» in ${tell(one)}`));
    if (style.webkitLineClamp !== 'none') {
      world.wholeNames ??= new Set();
      if (!isCut && !isLarge) world.wholeNames.add(one);
      if (isCut && isLarge && world.wholeNames.has(one)) found.push(`is cut when large: ${tell(one)}`);
    }
    if (isStill && (style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration)))
      found.push(`moves: ${tell(one)}`);
    const isEmpty =
      one.textContent?.trim() === '' && !one.querySelector('svg, img, canvas, input') && !one.closest('svg');
    if (
      !isForced &&
      width > 2 &&
      height > 2 &&
      hasColour(one) &&
      ((isControl(one) && hasBorder(one)) || (isEmpty && !one.closest('[aria-hidden=true]')))
    ) {
      world.drawnByColour?.add(one);
    }
    if (isForced && world.drawnByColour?.has(one) && !isSeen(one)) found.push(`is no more seen: ${tell(one)}`);
  }
  return found;
}
