/** The document as it is drawn, as a value of functions. It goes into the page as text, so that it uses nothing from outside. */
export type Drawn = ReturnType<typeof makeDrawn>;

/** Makes it, in the page. */
export function makeDrawn() {
  function tidy(text: string): string {
    return text
      .replace(/[\u200b\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Children as they are drawn: those of an open shadow root instead of the element's own, what is put into a slot. */
  function drawnChildren(node: Node): Node[] {
    if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    return [...node.childNodes];
  }

  function drawnParent(node: Node): Node | null {
    if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
    return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
  }

  function descendants(node: Node): Element[] {
    return drawnChildren(node).flatMap((child) => (child instanceof Element ? [child, ...descendants(child)] : []));
  }

  function isDrawn(element: Element): boolean {
    return element.checkVisibility({ visibilityProperty: true });
  }

  function isVisible(element: Element): boolean {
    if (!isDrawn(element)) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) return true;
    return getComputedStyle(element).display === 'contents' && drawnChildren(element).length > 0;
  }

  function isTold(element: Element): boolean {
    for (let node: Node | null = element; node !== null; node = drawnParent(node)) {
      if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return false;
    }
    return isDrawn(element);
  }

  function isEnabled(element: Element): boolean {
    if (element.matches(':disabled')) return false;
    return element.closest('[aria-disabled="true"]') === null;
  }

  function drawnText(node: Node): string {
    return drawnChildren(node)
      .map((child) => {
        if (child instanceof Text) return child.data;
        if (!(child instanceof Element) || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(child.tagName)) return '';
        return drawnText(child);
      })
      .join('');
  }

  return { tidy, drawnChildren, drawnParent, descendants, drawnText, isDrawn, isVisible, isTold, isEnabled };
}
