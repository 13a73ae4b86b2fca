/** What the person wanted when the other one turned out to be signed in: each way out leads to it. */
export type Goal =
  /** An address of Сферум, as opened or pasted. */
  | { kind: 'address'; address: string }
  /** Linking, or Сферум in the diary. */
  | { kind: 'diary' }
  /** «Перейти в Сферум». */
  | { kind: 'messenger' }
  | { kind: 'chat'; peerId: number }
  /** A call by its opaque id. */
  | { kind: 'call'; id: string };

/** The ways out: the three of the manual and Firefox's container. */
export type Way = 'elsewhere' | 'privateWindow' | 'signOut' | 'container';

/** What the browser lets an extension do. */
export interface Possibilities {
  /** The person is in a private window already, which has but one set of cookies. */
  inPrivate: boolean;
  /** Containers of Firefox. */
  containers: boolean;
}

/** The ways to show, in this order: what asks least of the person first. */
export function waysFor({ inPrivate, containers }: Possibilities): Way[] {
  return [
    ...(containers && !inPrivate ? (['container'] as const) : []),
    ...(inPrivate ? [] : (['privateWindow'] as const)),
    'elsewhere',
    'signOut',
  ];
}

/** How long a way that the browser interrupted is gone on with: allowing private windows reloads the extension. */
export const pendingLifetime = 30 * 60_000;

/** How long leaving is watched for; after that the person says «Я вышел». */
export const watchLimit = 10 * 60_000;

/** Where waiting for the pupil's leaving stands. Times in unix milliseconds. */
export function watchPhase(since: number, now: number): 'watching' | 'tired' | 'over' {
  const passed = now - since;
  if (passed < 0 || passed > pendingLifetime) return 'over';
  return passed > watchLimit ? 'tired' : 'watching';
}
