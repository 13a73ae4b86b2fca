import type { Box, Role, RoleOptions } from './types.ts';

/** A name or text as it goes into the page. */
export type Pattern = { kind: 'text'; text: string } | { kind: 'expression'; source: string; flags: string };

/** One step of a search; each narrows or deepens what the one before has found. */
export type Step =
  | { kind: 'role'; role: Role; name?: Pattern; options: RoleOptions }
  | { kind: 'text'; text: Pattern }
  | { kind: 'field'; label: Pattern }
  | { kind: 'css'; selector: string }
  | { kind: 'having'; text: Pattern }
  | { kind: 'nth'; index: number };

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

/**
 * Makes what finds elements by role and accessible name, as the ARIA and accname documents say for the elements met here.
 * The function is sent into the page as text, so that it uses nothing from outside itself.
 */
export function makeFinder(): Finder {
  const implicitRoles: Record<string, string> = {
    ARTICLE: 'article',
    ASIDE: 'complementary',
    BUTTON: 'button',
    DATALIST: 'listbox',
    DETAILS: 'group',
    DIALOG: 'dialog',
    FIELDSET: 'group',
    FIGURE: 'figure',
    H1: 'heading',
    H2: 'heading',
    H3: 'heading',
    H4: 'heading',
    H5: 'heading',
    H6: 'heading',
    HR: 'separator',
    LI: 'listitem',
    MAIN: 'main',
    MENU: 'list',
    NAV: 'navigation',
    OL: 'list',
    OPTION: 'option',
    OUTPUT: 'status',
    P: 'paragraph',
    PROGRESS: 'progressbar',
    TABLE: 'table',
    TBODY: 'rowgroup',
    TD: 'cell',
    TEXTAREA: 'textbox',
    TFOOT: 'rowgroup',
    THEAD: 'rowgroup',
    TR: 'row',
    UL: 'list',
  };
  const inputRoles: Record<string, string> = {
    button: 'button',
    checkbox: 'checkbox',
    email: 'textbox',
    image: 'button',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
    tel: 'textbox',
    text: 'textbox',
    url: 'textbox',
  };
  const namedByContent = new Set([
    'button',
    'cell',
    'checkbox',
    'columnheader',
    'gridcell',
    'heading',
    'link',
    'menuitem',
    'menuitemcheckbox',
    'menuitemradio',
    'option',
    'radio',
    'row',
    'rowheader',
    'switch',
    'tab',
    'tooltip',
    'treeitem',
  ]);

  function tidy(text: string): string {
    return text
      .replace(/[\u200b\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  }

  function fits(text: string, pattern: Pattern): boolean {
    if (pattern.kind === 'text') return tidy(text) === tidy(pattern.text);
    return new RegExp(pattern.source, pattern.flags).test(tidy(text));
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

  function isNamed(element: Element): boolean {
    return ['aria-label', 'aria-labelledby', 'title'].some((name) => element.getAttribute(name));
  }

  function roleOf(element: Element): string | null {
    const given = element.getAttribute('role')?.trim().split(/\s+/)[0];
    if (given && given !== 'none' && given !== 'presentation') return given;
    if (given) return null;
    const tag = element.tagName.toUpperCase();
    if (tag === 'A' || tag === 'AREA') return element.hasAttribute('href') ? 'link' : null;
    if (tag === 'IMG') return element.getAttribute('alt') === '' && !isNamed(element) ? null : 'img';
    if (tag === 'SVG') return isNamed(element) ? 'img' : null;
    if (tag === 'INPUT') {
      const type = (element as HTMLInputElement).type;
      if (element.hasAttribute('list') && inputRoles[type] === 'textbox') return 'combobox';
      return inputRoles[type] ?? null;
    }
    if (tag === 'SELECT') {
      const select = element as HTMLSelectElement;
      return select.multiple || select.size > 1 ? 'listbox' : 'combobox';
    }
    if (tag === 'TH') return element.getAttribute('scope') === 'row' ? 'rowheader' : 'columnheader';
    if (tag === 'SECTION') return isNamed(element) ? 'region' : null;
    if (tag === 'FORM') return isNamed(element) ? 'form' : null;
    if (tag === 'HEADER' || tag === 'FOOTER') {
      if (element.closest('article, aside, main, nav, section')) return null;
      return tag === 'HEADER' ? 'banner' : 'contentinfo';
    }
    return implicitRoles[tag] ?? null;
  }

  function root(element: Element): Document | ShadowRoot {
    return element.getRootNode() as Document | ShadowRoot;
  }

  function labelledBy(element: Element): Element[] {
    const ids = element.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? [];
    return ids.map((id) => root(element).getElementById(id)).filter((found) => found !== null);
  }

  function labelTexts(element: Element): string[] {
    const { labels } = element as HTMLInputElement;
    return labels ? [...labels].map((label) => tidy(contentName(label, element))) : [];
  }

  /** The name that HTML itself gives. */
  function nativeName(element: Element): string {
    const tag = element.tagName.toUpperCase();
    const labels = labelTexts(element).join(' ');
    if (labels) return labels;
    if (element instanceof HTMLInputElement) {
      if (['button', 'submit', 'reset'].includes(element.type)) {
        return element.value || { submit: 'Submit', reset: 'Reset' }[element.type] || '';
      }
      if (element.type === 'image') return element.alt;
    }
    if (tag === 'IMG' || tag === 'AREA') return element.getAttribute('alt') ?? '';
    const naming = { FIELDSET: 'legend', TABLE: 'caption', FIGURE: 'figcaption', SVG: 'title' }[tag];
    const child = naming && [...element.children].find((candidate) => candidate.tagName.toLowerCase() === naming);
    return child ? (child.textContent ?? '') : '';
  }

  /** The name by content; `named`: a field inside its own label, which is no part of its name. */
  function contentName(node: Node, named?: Element): string {
    return drawnChildren(node)
      .map((child) => {
        if (child === named) return '';
        if (child instanceof Text) return child.data;
        if (!(child instanceof Element) || ['SCRIPT', 'STYLE'].includes(child.tagName)) return '';
        if (child.getAttribute('aria-hidden') === 'true' || !isDrawn(child)) return '';
        if (child.tagName === 'BR') return ' ';
        const name = nameOf(child, true, named);
        return getComputedStyle(child).display.startsWith('inline') ? name : ` ${name} `;
      })
      .join('');
  }

  /** The accessible name; `inside`: as a part of the name of what holds the element. */
  function nameOf(element: Element, inside = false, named?: Element): string {
    if (!inside) {
      const naming = labelledBy(element);
      if (naming.length > 0) return tidy(naming.map((other) => labelText(other)).join(' '));
    }
    const label = element.getAttribute('aria-label');
    if (label?.trim()) return inside ? label : tidy(label);
    if (inside && element instanceof HTMLInputElement && inputRoles[element.type] === 'textbox') return element.value;
    const native = nativeName(element);
    if (native) return inside ? native : tidy(native);
    if (inside || namedByContent.has(roleOf(element) ?? '')) {
      const content = contentName(element, named);
      if (content.trim()) return inside ? content : tidy(content);
    }
    return tidy(element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '');
  }

  function labelText(element: Element): string {
    return element.getAttribute('aria-label') || nativeName(element) || contentName(element);
  }

  function stateFits(element: Element, options: RoleOptions): boolean {
    const { checked, selected, disabled, expanded, level } = options;
    if (checked !== undefined) {
      const native = element instanceof HTMLInputElement ? element.checked : undefined;
      if ((native ?? element.getAttribute('aria-checked') === 'true') !== checked) return false;
    }
    if (selected !== undefined) {
      const native = element instanceof HTMLOptionElement ? element.selected : undefined;
      if ((native ?? element.getAttribute('aria-selected') === 'true') !== selected) return false;
    }
    if (disabled !== undefined && isEnabled(element) === disabled) return false;
    if (expanded !== undefined && (element.getAttribute('aria-expanded') === 'true') !== expanded) return false;
    if (level !== undefined) {
      const own = element.getAttribute('aria-level') ?? element.tagName.slice(1);
      if (Number(own) !== level) return false;
    }
    return true;
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

  /** The smallest elements with this text. */
  function withText(scope: Node, text: Pattern): Element[] {
    return drawnChildren(scope).flatMap((child) => {
      if (!(child instanceof Element) || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'HEAD'].includes(child.tagName)) return [];
      const inner = withText(child, text);
      if (inner.length > 0) return inner;
      const isButton = child instanceof HTMLInputElement && ['button', 'submit'].includes(child.type);
      return fits(isButton ? child.value : drawnText(child), text) ? [child] : [];
    });
  }

  function step(scopes: Node[], wanted: Step): Element[] {
    const inside = (): Element[] => [...new Set(scopes.flatMap((scope) => descendants(scope)))];
    switch (wanted.kind) {
      case 'role':
        return inside().filter(
          (element) =>
            roleOf(element) === wanted.role &&
            isTold(element) &&
            stateFits(element, wanted.options) &&
            (wanted.name === undefined || fits(nameOf(element), wanted.name)),
        );
      case 'text':
        return [...new Set(scopes.flatMap((scope) => withText(scope, wanted.text)))].filter(isVisible);
      case 'field':
        return inside().filter((element) => {
          const names = [
            ...labelTexts(element),
            ...labelledBy(element).map((other) => labelText(other)),
            ...[element.getAttribute('aria-label') ?? ''].filter(Boolean),
          ];
          return names.some((name) => fits(name, wanted.label));
        });
      case 'css':
        return inside().filter((element) => element.matches(wanted.selector));
      case 'having': {
        const { text } = wanted;
        const part = text.kind === 'text' ? tidy(text.text).toLowerCase() : '';
        return (scopes as Element[]).filter((element) => {
          const own = tidy(drawnText(element));
          return text.kind === 'text' ? own.toLowerCase().includes(part) : fits(own, text);
        });
      }
      case 'nth': {
        const element = (scopes as Element[])[wanted.index];
        return element ? [element] : [];
      }
    }
  }

  function describe(element: Element): string {
    const name = nameOf(element);
    return `${roleOf(element) ?? element.tagName.toLowerCase()}${name ? ` "${name}"` : ''}`;
  }

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
      const isLeaf = namedByContent.has(role) && child.childElementCount === 0;
      return [`${indent}- ${describe(child)}${isEnabled(child) ? '' : ' [disabled]'}`, ...(isLeaf ? [] : inner)];
    });
  }

  return {
    find(steps) {
      let scopes: Node[] = [document];
      for (const wanted of steps) scopes = step(scopes, wanted);
      return scopes as Element[];
    },
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
