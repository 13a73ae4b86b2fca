import type { Box } from '../types.ts';
import { type Drawn, makeDrawn } from './drawn.ts';
import { makeNames, type Names } from './names.ts';
import { makeSteps, type Step } from './steps.ts';

/** Whether an element can be acted on now; `reason` says why not. */
export type Readiness = { ready: true; hidden: boolean } | { ready: false; reason: string };

export interface Finder {
  find(steps: Step[]): Element[];
  isVisible(element: Element): boolean;
  isEnabled(element: Element): boolean;
  /** Scrolls to the element and says whether a click at its centre would meet it. */
  prepare(element: Element, last: Box | null): Readiness & { box: Box };
  text(element: Element): string;
  describe(element: Element): string;
  focused(): string;
  outline(): string;
}

/** Makes what is asked in a page. It goes there as text, so that it uses nothing from outside but what it is given. */
function makeFinder(
  { tidy, drawnChildren, drawnParent, isVisible, isTold, isEnabled }: Drawn,
  { roleOf, describe, isNamedByContent }: Names,
  find: Finder['find'],
): Finder {
  /** What is drawn at a point, shadow roots looked into. */
  function topmost(x: number, y: number): Element | null {
    let top = document.elementFromPoint(x, y);
    while (top?.shadowRoot) {
      const inner = top.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === top) break;
      top = inner;
    }
    return top;
  }

  function holds(holder: Element, element: Element): boolean {
    for (let node: Node | null = element; node !== null; node = drawnParent(node)) if (node === holder) return true;
    return false;
  }

  function outlineOf(node: Node, depth: number): string[] {
    return drawnChildren(node).flatMap((child) => {
      const indent = '  '.repeat(depth);
      if (child instanceof Text) return tidy(child.data) ? [`${indent}- ${tidy(child.data)}`] : [];
      if (!(child instanceof Element) || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(child.tagName)) return [];
      if (!isTold(child)) return [];
      if (child.tagName === 'IFRAME') return [`${indent}- iframe ${(child as HTMLIFrameElement).src}`];
      const role = roleOf(child);
      if (role === null) return outlineOf(child, depth);
      const inner = outlineOf(child, depth + 1);
      const isLeaf = isNamedByContent(role) && child.childElementCount === 0;
      return [`${indent}- ${describe(child)}${isEnabled(child) ? '' : ' [disabled]'}`, ...(isLeaf ? [] : inner)];
    });
  }

  return {
    find,
    isVisible,
    isEnabled,
    prepare(element, last) {
      const measure = (): Box => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      };
      if (!isVisible(element)) return { ready: false, reason: 'it is not visible', box: measure() };
      if (!isEnabled(element)) return { ready: false, reason: 'it is disabled', box: measure() };
      const before = measure();
      const isInView = before.y >= 0 && before.x >= 0 && before.y + before.height <= innerHeight;
      if (!isInView) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = measure();
      if (last === null || last.x !== box.x || last.y !== box.y || last.width !== box.width) {
        return { ready: false, reason: 'it moves', box };
      }
      const top = topmost(box.x + box.width / 2, box.y + box.height / 2);
      const label = top?.closest('label')?.control;
      if (top === null || !(holds(element, top) || label === element)) {
        return { ready: false, reason: `it is covered by ${top ? describe(top) : 'nothing'}`, box };
      }
      return { ready: true, hidden: document.hidden, box };
    },
    text: (element) => tidy((element as HTMLElement).innerText ?? element.textContent ?? ''),
    describe,
    focused() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element === null || element === document.body ? 'document' : describe(element);
    },
    outline: () => outlineOf(document, 0).join('\n'),
  };
}

/** An expression that makes the finder in a page. */
export const finderSource = `(() => {
  const drawn = (${makeDrawn})();
  const names = (${makeNames})(drawn);
  return (${makeFinder})(drawn, names, (${makeSteps})(drawn, names).find);
})()`;
