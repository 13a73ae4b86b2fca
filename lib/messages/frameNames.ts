/*
 * Loading the section's page takes longer than reading what it shows. So the diary's page puts the frame there, unseen, as soon
 * as the person reaches for the menu item; a frame of this name reads nothing until it hears that it was opened.
 */

/** Name of a frame that was put there ahead. */
export const preparedName = 'sferum-prepared';

/** Name of a frame that lies over the whole page: Escape leaves it. */
export const overlayName = 'sferum-overlay';

/** Behind the section's address where the account is known to be linked: its place is laid out so from the start. */
export const linkedHash = '#linked';

/** What the diary's page says to that frame when the person opens it. Whoever says it gets nothing by it. */
export const openedMessage = 'sferum-opened';
