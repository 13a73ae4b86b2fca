import type { Drawn } from './drawn.ts';

export type Names = ReturnType<typeof makeNames>;

/**
 * Makes what tells roles and accessible names, as the ARIA and accname documents say for the elements met here. It goes into the
 * page as text, so that it uses nothing from outside but what it is given.
 */
export function makeNames({ tidy, drawnChildren, isDrawn }: Drawn) {
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

  function describe(element: Element): string {
    const name = nameOf(element);
    return `${roleOf(element) ?? element.tagName.toLowerCase()}${name ? ` "${name}"` : ''}`;
  }

  return {
    roleOf,
    nameOf,
    labelledBy,
    labelTexts,
    labelText,
    describe,
    isNamedByContent: (role: string) => namedByContent.has(role),
  };
}
