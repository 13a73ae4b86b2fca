/** Opaque ids of calls: where the address is found when it is opened. */
export const callId = (id: string) => `call:${id}`;
export const lessonLinkId = (callKey: string) => `link:${callKey}`;
