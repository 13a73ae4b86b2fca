import type { Person } from '../../model.ts';
import type { World } from '../../world.ts';

/** What the API tells of a user; null for a stranger. Fields beyond the name come only when asked for. */
export function profileOf(world: World, id: number, fields: ReadonlySet<string>): Record<string, unknown> | null {
  const person = world.people.find((one) => one.educational?.id === id || one.vkid?.id === id);
  if (!person) return null;
  const isEducational = person.educational?.id === id;
  const name = isEducational ? person.educational : undefined;
  const photo = isEducational ? person.educational?.photo : undefined;
  return {
    id,
    first_name: name?.firstName ?? person.firstName,
    last_name: name?.lastName ?? person.lastName,
    ...(fields.has('sex') ? { sex: person.sex === 'female' ? 1 : 2 } : {}),
    ...(fields.has('photo_100') && photo !== undefined ? { photo_100: photo } : {}),
    ...(fields.has('educational_profile') && isEducational ? { educational_profile: educationOf(person) } : {}),
  };
}

/** The profiles of these users, each once, strangers left out. */
export function profilesOfAll(world: World, ids: Iterable<number>, fields: ReadonlySet<string>): unknown[] {
  return [...new Set(ids)].map((id) => profileOf(world, id, fields)).filter((profile) => profile !== null);
}

function educationOf({ educational }: Person): unknown {
  return {
    edu_roles: {
      main_roles: educational?.roles ?? '',
      organizations: (educational?.organizations ?? []).map((name) => ({ organization_name: name })),
    },
  };
}
