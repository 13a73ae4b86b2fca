/**
 * No name of a person, a school, a subject or a call is longer, in UTF-16 units: what stands behind tells nothing, and whoever writes
 * more wants a reader to take its time.
 */
export const longestName = 1000;
