/**
 * Of several questions under way the one asked last counts: a late answer to an earlier one says how things were.
 *
 * @returns begins a turn, which ends those before; what that gives says whether it is still the last one
 * @example
 * const turn = createTurns();
 * const isLast = turn();
 * const view = await ask('calls.read', {});
 * if (isLast()) show(view);
 */
export function createTurns(): () => () => boolean {
  let last = 0;
  return () => {
    last += 1;
    const mine = last;
    return () => mine === last;
  };
}
