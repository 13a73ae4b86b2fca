import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { button, escapeHtml } from '../http/html.ts';
import { html, type Reply, redirect } from '../http/reply.ts';
import type { Person } from '../model.ts';
import { advance, beginFlow, flowOf } from '../signin/flow.ts';
import { aboutFields, signInPage, stepPage } from '../signin/pages.ts';
import { readAbout, registerEducational } from '../signin/registration.ts';
import type { SignInFlow } from '../signin/state.ts';
import { personOf } from '../world.ts';
import { signIn } from './hop.ts';

const HOME = 'https://web.vk.me/';

/** The sign-in page; `returnTo` is where a finished sign-in goes, VK Мессенджер itself by default. */
export function beginSignIn(context: Context, returnTo = HOME): Reply {
  return html(signInPage(context.world, beginFlow(context.world, { service: 'messenger', returnTo })));
}

/** «Создать учебный профиль» for somebody who is signed in without one. */
export function beginEducational(context: Context, person: string): Reply {
  const flow = beginFlow(context.world, { service: 'messenger', person, step: 'create-educational', returnTo: HOME });
  return show(context, flow);
}

/** `POST /auth/step`: the form of any step. */
export function signInStep(context: Context, exchange: Exchange): Reply {
  const { world } = context;
  const { form } = exchange;
  const flow = flowOf(world, form);
  const action = form.get('action');
  if (!flow || action === 'cancel') return redirect(HOME, 303);
  if (flow.step === 'educational') {
    if (action === 'create') flow.step = 'create-educational';
    else return finish(context, exchange, flow, action === 'personal');
    return show(context, flow);
  }
  if (flow.step === 'create-educational') return create(context, exchange, flow);
  advance(world, flow, form);
  if (flow.step === 'identified') flow.step = 'educational';
  return show(context, flow);
}

function create(context: Context, exchange: Exchange, flow: SignInFlow): Reply {
  const about = readAbout(exchange.form);
  if (!about) {
    flow.error = 'Заполните все поля';
    return show(context, flow);
  }
  registerEducational(context.world, personOf(context.world, flow.person ?? ''), about);
  return finish(context, exchange, flow, false);
}

function finish(context: Context, exchange: Exchange, flow: SignInFlow, personalOnly: boolean): Reply {
  context.world.signIn.flows.delete(flow.id);
  const account = { person: flow.person ?? '', educational: !personalOnly, personal: true };
  return signIn(context.world, exchange, account, flow.returnTo ?? HOME);
}

function show(context: Context, flow: SignInFlow): Reply {
  if (flow.step !== 'educational' && flow.step !== 'create-educational') {
    return html(signInPage(context.world, flow));
  }
  const person = personOf(context.world, flow.person ?? '');
  return html(flow.step === 'educational' ? educationalPage(flow, person) : creationPage(flow, person));
}

function educationalPage(flow: SignInFlow, person: Person): string {
  const name = escapeHtml(`${person.firstName} ${person.lastName}`);
  const personal = person.vkid?.personalProfile ? button('personal', 'Личный профиль', 'plain') : '';
  return person.educational
    ? stepPage(flow, 'Выберите профиль', `<p>${name}</p>`, button('educational', 'Профиль Сферума') + personal)
    : stepPage(
        flow,
        'Создайте учебный профиль',
        '<p>В учебном профиле вас не отвлекает ничего, кроме учёбы.</p>',
        button('create', 'Создать учебный профиль') + personal,
      );
}

function creationPage(flow: SignInFlow, person: Person): string {
  return stepPage(flow, 'Информация о себе', aboutFields(person), button('continue', 'Продолжить'));
}
