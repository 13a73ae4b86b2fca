import type { World } from '../world.ts';

/** Withdraws a person's consent: no token issued for it is good any more. */
export function withdrawConsent(world: World, person: string): void {
  for (const token of world.vkid.tokens.values()) {
    if (token.person === person) token.grant.revoked = true;
  }
  world.vkid.consents.delete(person);
}
