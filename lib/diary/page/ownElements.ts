/** Elements that this extension put into the page have names that begin so; they are no part of what the page shows. */
export const ownPrefix = 'SFERUM-';

/** Whether this extension put the element there. */
export function isOurs(element: Element): boolean {
  // The page is HTML, where `tagName` is upper case.
  return element.tagName.startsWith(ownPrefix);
}

/** A selector of all of them in a diary's page. */
export const ownElements = 'sferum-menu-item,sferum-section,sferum-lesson,sferum-hint,sferum-corner,sferum-call-link';

/** All of them in a part of a page: the browser finds each name at once, but asks every element about a list of names. */
export function findOwn(root: ParentNode): Element[] {
  return ownElements.split(',').flatMap((name) => [...root.querySelectorAll(name)]);
}
