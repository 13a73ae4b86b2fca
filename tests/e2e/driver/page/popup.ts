/** What is asked of the document of a toolbar popup, which no driver lists among its pages. */
export type PopupQuestion =
  | { kind: 'text' }
  | { kind: 'size' }
  /** The middle of the one control of this name, brought into view. */
  | { kind: 'place'; name: string }
  | { kind: 'focus'; name: string };

export type PopupAnswer = { text?: string; width?: number; height?: number; x?: number; y?: number; error?: string };

/** Goes into the popup as text: it uses nothing from outside. */
export function askDocument(document: Document, question: PopupQuestion): PopupAnswer {
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  if (question.kind === 'text') return { text: tidy(document.body?.innerText) };
  if (question.kind === 'size') {
    const { width, height } = document.documentElement.getBoundingClientRect();
    return { width: Math.round(width), height: Math.round(height) };
  }
  const nameOf = (element: Element) =>
    tidy(element.getAttribute('aria-label')) ||
    tidy((element as HTMLInputElement).labels?.[0]?.textContent) ||
    tidy(element.textContent);
  const found = [...document.querySelectorAll('a, button, summary, input, select, textarea, [role="button"]')].filter(
    (element) => nameOf(element) === question.name && element.checkVisibility(),
  );
  const [element] = found;
  if (!(element && found.length === 1)) {
    return { error: `${found.length} controls «${question.name}» in: ${tidy(document.body?.innerText)}` };
  }
  element.scrollIntoView({ block: 'center' });
  if (question.kind === 'focus') (element as HTMLElement).focus();
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
