/** Ids of invented calls: base64url texts that begin with "for-tests-only-". */
export const CALLS = {
  algebra: 'Zm9yLXRlc3RzLW9ubHktYWxnZWJyYS0wMQ',
  russian: 'Zm9yLXRlc3RzLW9ubHktcnVzc2lhbi0wMQ',
  history: 'Zm9yLXRlc3RzLW9ubHktaGlzdG9yeS0wMQ',
  individual: 'Zm9yLXRlc3RzLW9ubHktaW5kaXYtMDE',
  live: 'Zm9yLXRlc3RzLW9ubHktbGl2ZS0wMDAx',
  geography: 'Zm9yLXRlc3RzLW9ubHktc2NoZWQtMDAw1',
  classHour: 'Zm9yLXRlc3RzLW9ubHktc2NoZWQtMDAw2',
  exercise: 'Zm9yLXRlc3RzLW9ubHktc2NoZWQtMDAwMw',
  meeting: 'Zm9yLXRlc3RzLW9ubHktc2NoZWQtMDAwNA',
  consultation: 'Zm9yLXRlc3RzLW9ubHktc2NoZWQtMDAwNQ',
  work: 'Zm9yLXRlc3RzLW9ubHktcGVyc29uYWwtMQ',
  tutor: 'Zm9yLXRlc3RzLW9ubHktdHV0b3ItMDAwMQ',
  now: 'Zm9yLXRlc3RzLW9ubHktbm93LTAwMDAwMQ',
} as const;

/** The address of a call on vk.com. */
export function vkCall(id: string): string {
  return `https://vk.com/call/join/${id}`;
}
