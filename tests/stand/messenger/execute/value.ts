/** What a VKScript computes with. */
export type ScriptValue = null | boolean | number | string | ScriptValue[] | { [name: string]: ScriptValue };
