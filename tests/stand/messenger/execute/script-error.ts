/** A VKScript that cannot be read. */
export class ScriptError extends Error {}

/** A VKScript that goes wrong while it runs. */
export class ScriptFailure extends Error {}
