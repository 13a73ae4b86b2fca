/** Whether an address is the one wanted: holds the text, or fits the expression. */
export function matches(address: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? address.includes(wanted) : wanted.test(address);
}
