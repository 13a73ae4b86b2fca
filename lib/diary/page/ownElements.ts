/** Elements that this extension put into the page have names that begin so; they are no part of what the page shows. */
export const ownPrefix = 'SFERUM-';

/** Whether this extension put the element there. */
export function isOurs(element: Element): boolean {
  // The page is HTML, where `tagName` is upper case.
  return element.tagName.startsWith(ownPrefix);
}

/** Whether this extension has put something into the element already. */
export function holdsOurs(element: Element): boolean {
  if (isOurs(element)) return true;
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (holdsOurs(child)) return true;
  }
  return false;
}
