import { randomText } from '../random.ts';
import { personOf, type World } from '../world.ts';
import { personByContact, plainContact } from './contact.ts';
import { readAbout, registerVkid } from './registration.ts';
import type { SignInFlow } from './state.ts';

/** Opens a sign-in window at its first step. */
export function beginFlow(world: World, given: Pick<SignInFlow, 'service'> & Partial<SignInFlow>): SignInFlow {
  const flow: SignInFlow = { id: randomText(12), step: 'contact', contact: '', left: [], ...given };
  world.signIn.flows.set(flow.id, flow);
  return flow;
}

/** The window that this form belongs to. */
export function flowOf(world: World, form: URLSearchParams): SignInFlow | undefined {
  return world.signIn.flows.get(form.get('flow') ?? '');
}

/**
 * Takes the form of one of the steps that VK ID and VK Мессенджер share and moves the flow on; it ends at
 * `identified`, with the person known.
 */
export function advance(world: World, flow: SignInFlow, form: URLSearchParams): void {
  delete flow.error;
  if (form.get('action') === 'not-me') {
    startOver(flow);
    return;
  }
  switch (flow.step) {
    case 'contact':
      takeContact(world, flow, form.get('contact') ?? '');
      break;
    case 'password':
      takePassword(world, flow, form);
      break;
    case 'sms':
    case 'push':
    case 'call':
      takeCode(world, flow, flow.step, form);
      break;
    case 'register':
      takeRegistration(world, flow, form);
      break;
    case 'recognise':
      flow.step = 'identified';
      break;
    default:
      flow.error = 'Этот шаг уже пройден';
  }
}

function startOver(flow: SignInFlow): void {
  flow.step = 'contact';
  flow.contact = '';
  flow.left = [];
  delete flow.person;
}

function takeContact(world: World, flow: SignInFlow, text: string): void {
  const contact = plainContact(text);
  if (!contact) {
    flow.error = 'Проверьте номер телефона или почту';
    return;
  }
  flow.contact = contact;
  const person = personByContact(world, contact);
  flow.left = person?.vkid ? [...person.vkid.confirm] : ['sms'];
  if (person) flow.person = person.key;
  confirmNext(flow);
}

function takePassword(world: World, flow: SignInFlow, form: URLSearchParams): void {
  if (form.get('action') === 'forgot') {
    flow.step = 'sms';
    return;
  }
  const password = personOf(world, flow.person ?? '').vkid?.password;
  if (form.get('password') === password) confirmNext(flow);
  else flow.error = 'Неверный пароль';
}

function takeCode(world: World, flow: SignInFlow, way: 'sms' | 'push' | 'call', form: URLSearchParams): void {
  if (form.get('action') === 'another-way') {
    flow.step = way === 'sms' ? 'call' : 'sms';
    return;
  }
  const code = (form.get('code') ?? '').replace(/\s/g, '');
  if (code === world.signIn.codes[way]) confirmNext(flow);
  else flow.error = 'Неверный код';
}

function takeRegistration(world: World, flow: SignInFlow, form: URLSearchParams): void {
  const about = readAbout(form);
  if (!about) {
    flow.error = 'Заполните все поля';
    return;
  }
  flow.person = registerVkid(world, flow.contact, about).key;
  flow.step = 'identified';
}

function confirmNext(flow: SignInFlow): void {
  const next = flow.left.shift();
  flow.step = next ?? (flow.person === undefined ? 'register' : 'recognise');
}
