import { apiOrigins, messengerHosts } from './messenger';
import { sferumPatterns } from './sferum';
import { vkIdPattern } from './vkid';

/**
 * Hosts of VK and Сферум that the extension talks to, as patterns for the manifest. Frozen: a new host in an update
 * switches the extension off in Chrome.
 */
export const servicePatterns: readonly string[] = [
  messengerHosts,
  ...apiOrigins.filter((origin) => !origin.endsWith('.vk.me')).map((origin) => `${origin}/*`),
  vkIdPattern,
  ...sferumPatterns,
];
