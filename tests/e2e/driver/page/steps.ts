import type { Role, RoleOptions } from '../roles.ts';

import type { Drawn } from './drawn.ts';
import type { Names } from './names.ts';

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

/** Makes what walks the steps of a search. It goes into the page as text, so that it uses nothing from outside but what it is given. */
export function makeSteps(
  { tidy, drawnChildren, descendants, drawnText, isVisible, isTold, isEnabled }: Drawn,
  { roleOf, nameOf, labelTexts, labelledBy, labelText }: Names,
): { find(steps: Step[]): Element[] } {
  function fits(text: string, pattern: Pattern): boolean {
    if (pattern.kind === 'text') return tidy(text) === tidy(pattern.text);
    return new RegExp(pattern.source, pattern.flags).test(tidy(text));
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

  return {
    find(steps) {
      let scopes: Node[] = [document];
      for (const wanted of steps) scopes = step(scopes, wanted);
      return scopes as Element[];
    },
  };
}
