/**
 * Leads the focus to what has taken the place of what had it. A frame without focus must not take it from the page around it, so
 * whoever is in another tab or window finds it there when they come back.
 *
 * @returns gives up waiting for them
 */
export function leadFocus(target: HTMLElement | null): () => void {
  const leadBack = () => {
    if (document.activeElement === document.body) target?.focus({ preventScroll: true });
  };
  if (document.hasFocus()) target?.focus();
  else window.addEventListener('focus', leadBack, { once: true });
  return () => window.removeEventListener('focus', leadBack);
}
