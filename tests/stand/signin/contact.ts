import type { Person } from '../model.ts';
import type { World } from '../world.ts';

/**
 * A phone or an e-mail in its plain form: "8 (913) 000-00-01" is "+79130000001".
 *
 * @returns null for a text that is neither
 */
export function plainContact(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  if (/^\S+@\S+\.\S+$/.test(trimmed)) return trimmed;
  const digits = trimmed.replace(/[\s()+-]/g, '');
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  return /^\d{10}$/.test(digits) ? `+7${digits}` : null;
}

/** The person whose VK ID has this phone or e-mail. */
export function personByContact(world: World, contact: string): Person | undefined {
  return world.people.find(({ vkid }) => vkid !== undefined && (vkid.phone === contact || vkid.email === contact));
}

/** A contact with its middle hidden: "+7 *** *** ** 01". */
export function maskedContact(contact: string): string {
  return contact.includes('@') ? contact.replace(/^(.).*@/, '$1***@') : `+7 *** *** ** ${contact.slice(-2)}`;
}
