import * as z from 'zod/mini';
import { clip, httpsAddress, idNumber, lenient, readItems, whole } from './read';

/** Somebody, or a group, that an answer names. */
export interface NamedPeer {
  name: string;
  photo: string | null;
}

/** People by id, groups by their id with a minus, as `from_id` and `peer.id` count them. */
export type People = ReadonlyMap<number, NamedPeer>;

export const nobody: People = new Map();

const longestName = 80;

const photoFields = {
  photo_50: lenient(z.string()),
  photo_100: lenient(z.string()),
  photo_200: lenient(z.string()),
};

/** The addresses of one picture in several sizes. */
export const photoSchema = z.object(photoFields);

const profileSchema = z.object({
  id: idNumber,
  first_name: lenient(z.string()),
  last_name: lenient(z.string()),
  ...photoFields,
});

const groupSchema = z.object({ id: whole, name: z.string(), ...photoFields });

/** The picture to show at 40 to 48 px, on dense screens too; `null` where there is none over https. */
export function choosePhoto(photo: z.infer<typeof photoSchema> | undefined): string | null {
  return httpsAddress(photo?.photo_100) ?? httpsAddress(photo?.photo_200) ?? httpsAddress(photo?.photo_50);
}

/** Reads `profiles` and `groups` of an answer with `extended=1`; what cannot be read is left out. */
export function readPeople(answer: { profiles?: unknown; groups?: unknown }): People {
  const people = new Map<number, NamedPeer>();
  readItems(answer.profiles, (raw) => {
    const profile = profileSchema.safeParse(raw);
    if (!profile.success) return null;
    const { id, first_name: first = '', last_name: last = '' } = profile.data;
    people.set(id, { name: clip(`${first ?? ''} ${last ?? ''}`, longestName), photo: choosePhoto(profile.data) });
    return id;
  });
  readItems(answer.groups, (raw) => {
    const group = groupSchema.safeParse(raw);
    if (!group.success) return null;
    const { id, name } = group.data;
    people.set(-Math.abs(id), { name: clip(name, longestName), photo: choosePhoto(group.data) });
    return id;
  });
  return people;
}

/** Adds those that the first does not know. */
export function joinPeople(first: People, second: People): People {
  return new Map([...second, ...first]);
}
