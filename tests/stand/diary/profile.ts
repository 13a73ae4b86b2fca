import { json, type Reply } from '../http/reply.ts';
import { fullName, type Person, type Pupil } from '../model.ts';
import { personOf, pupilOf, type World } from '../world.ts';
import { diaryFault } from './fault.ts';
import type { ApiCall } from './session.ts';

const NO_AVATAR = '/static//profiles/img/noavatar_big.png';

/** `GetPersonData`: the account, its children, and the pupil chosen in this session. */
export function personData({ context, diary, session, account }: ApiCall): Reply {
  const { world } = context;
  const person = personOf(world, account.person);
  const children = account.children.map((id) => pupilOf(diary, id)).filter((pupil) => pupil !== undefined);
  return json({
    children_persons: children.map((pupil) => child(pupil, personOf(world, pupil.person))),
    ...selected(world, pupilOf(diary, session.pupil)),
    user_ava_url: '/static/../../static/profiles/img/noavatar_big.png',
    user_has_ava: false,
    indicators: [{ name: 'Общий средний балл', value: '4.20', css: 'good' }],
    auth_user_profile_id: account.id,
    user_fullname: fullName(person),
    user_desc: account.description,
    user_is_male: person.sex === 'male',
    ...account.extra,
  });
}

/** `SetChild`, form `selected`: another child is chosen, in all tabs of this session. */
export function setChild({ exchange, session, account }: ApiCall): Reply {
  const id = Number(exchange.form.get('selected'));
  if (!account.children.includes(id)) return diaryFault('Client.ValidationError', 'Неверный параметр: selected');
  session.pupil = id;
  return json({ success: true });
}

function child(pupil: Pupil, person: Person): unknown {
  return {
    person_id: pupil.id,
    fullname: fullName(person),
    school: pupil.school,
    classyear: pupil.classyear,
    is_male: person.sex === 'male',
    ava_url: NO_AVATAR,
    email: null,
  };
}

function selected(world: World, pupil: Pupil | undefined): Record<string, unknown> {
  const person = pupil && personOf(world, pupil.person);
  return {
    selected_pupil_id: pupil?.id ?? null,
    selected_pupil_name: person ? `${person.lastName} ${person.firstName}` : null,
    selected_pupil_ava_url: NO_AVATAR,
    selected_pupil_school: pupil?.school ?? null,
    selected_pupil_is_male: person ? person.sex === 'male' : null,
    selected_pupil_classyear: pupil?.classyear ?? null,
  };
}
