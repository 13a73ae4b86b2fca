import { openAttribute } from './menuItem';
import { besideAttribute, insideAttribute } from './sectionFrame';

/**
 * Takes down what an earlier life of the extension left in the page: Firefox ends the old script without a word when the
 * extension is updated, and its elements stay.
 */
export function removeLeftovers(): void {
  for (const item of document.querySelectorAll('sferum-menu-item')) item.parentElement?.remove();
  for (const left of document.querySelectorAll('sferum-section, sferum-lesson, sferum-corner')) left.remove();
  for (const attribute of [insideAttribute, besideAttribute, openAttribute]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute);
  }
}
