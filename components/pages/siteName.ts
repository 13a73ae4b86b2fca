/** «https://*.vk.me/*» as people read it. */
export function siteName(pattern: string): string {
  return pattern.replace(/^[^/]*\/\/(?:\*\.)?/, '').replace(/\/.*$/, '');
}
