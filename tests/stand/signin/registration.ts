import type { Person } from '../model.ts';
import type { World } from '../world.ts';

/** What the form «Информация о себе» asks. */
interface About {
  firstName: string;
  lastName: string;
  birthDate: string;
  sex: 'female' | 'male';
}

/** Reads the form «Информация о себе»; null when something in it is missing. */
export function readAbout(form: URLSearchParams): About | null {
  const firstName = (form.get('first_name') ?? '').trim();
  const lastName = (form.get('last_name') ?? '').trim();
  const birthDate = form.get('birth_date') ?? '';
  const sex = form.get('sex');
  if (!firstName || !lastName || !/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return null;
  return sex === 'female' || sex === 'male' ? { firstName, lastName, birthDate, sex } : null;
}

/** Gives a VK ID to the person of this name who has none, or to somebody new. */
export function registerVkid(world: World, contact: string, about: About): Person {
  const person = nameless(world, about) ?? newcomer(world, about);
  person.vkid = {
    id: nextId(world),
    ...(contact.includes('@') ? { email: contact } : { phone: contact }),
    confirm: ['sms'],
    personalProfile: false,
  };
  return person;
}

/** Makes an educational profile for the person, under the name given in the form. */
export function registerEducational(world: World, person: Person, about: About): void {
  const isChild = new Date().getFullYear() - Number(about.birthDate.slice(0, 4)) < 18;
  person.educational = {
    id: nextId(world),
    roles: isChild ? 'Ученик' : 'Родитель',
    organizations: [],
    firstName: about.firstName,
    lastName: about.lastName,
  };
}

function nameless(world: World, about: About): Person | undefined {
  return world.people.find(
    (person) => !person.vkid && person.firstName === about.firstName && person.lastName === about.lastName,
  );
}

function newcomer(world: World, about: About): Person {
  const person: Person = { key: `newcomer-${world.people.length}`, middleName: '', ...about };
  world.people.push(person);
  return person;
}

function nextId(world: World): number {
  world.signIn.nextId += 1;
  return world.signIn.nextId - 1;
}
