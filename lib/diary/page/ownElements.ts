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

/** What pages of text do not put into a row themselves: signs of another extension, or of the browser's translator (`font`). */
const foreignTags = /^(?:font|svg|img|button|input|select|textarea|picture|canvas|iframe|.+-.+)$/i;

/** Whether another program has put the element into the page, as far as can be told by its name. */
export function isForeign(element: Element): boolean {
  return foreignTags.test(element.tagName);
}
