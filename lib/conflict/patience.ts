/**
 * So long a person who wants to join a call waits while it is found out who is signed in, milliseconds; then the call opens. The
 * section and the popup show what is known without VK after the same time. Counted from the click's arrival in the background.
 */
export const patience = 1000;

/**
 * What comes within the patience; `null` where nothing does. The work itself goes on.
 *
 * @param onLate hears what came later
 */
export async function withinPatience<Value>(
  work: Promise<Value>,
  onLate?: (value: Value) => void,
): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  const come = await Promise.race([work.then((value) => ({ value })), tooLong]);
  clearTimeout(timer);
  if (come) return come.value;
  if (onLate) void work.then(onLate, () => undefined);
  return null;
}
