/** The services whose call addresses are known. */
export type CallService = 'vk' | 'max' | 'telemost' | 'ktalk' | 'mtslink' | 'jazz';

/** An address that opens a call, proven to be one by `recognizeJoinLink`; `address` is the plain form that is opened. */
export interface JoinLink {
  service: CallService;
  address: string;
  /** What distinguishes this call from others: host-independent, so that two spellings of one call are one. */
  callKey: string;
}

/** A join link found at a lesson, with the words that stood beside it, if any. */
export interface LessonLink extends JoinLink {
  /** Name of the material, or empty. */
  name: string;
}

/** When a call can be joined, at a moment. */
export type JoinState =
  /** Before 10 minutes to the start: `opensAt` is unix milliseconds. */
  | { kind: 'before'; startsAt: number; opensAt: number }
  /** May be joined now; `live` when it is known to be on or lies between its start and end. */
  | { kind: 'open'; live: boolean }
  | { kind: 'over' }
  /** No time is known: the link alone is given. */
  | { kind: 'timeless' };
