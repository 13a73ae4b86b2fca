import type { Context } from '../context.ts';
import { noCookie, vkCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { button, escapeHtml, field } from '../http/html.ts';
import { html, type Reply, redirect, withCookies } from '../http/reply.ts';
import { errorLine, vkPage } from '../http/vk-page.ts';
import { signInHop } from '../messenger/hop.ts';
import type { Person } from '../model.ts';
import { randomText } from '../random.ts';
import { maskedContact } from '../signin/contact.ts';
import { advance, beginFlow, flowOf } from '../signin/flow.ts';
import { signInPage, stepPage } from '../signin/pages.ts';
import type { SignInFlow } from '../signin/state.ts';
import { personOf } from '../world.ts';
import { type AuthorizeRequest, backTo, readAuthorizeRequest } from './authorize-request.ts';

/** Cookie by which VK ID knows the browser again. */
export const REMEMBERED = 'vkidsid';

/** `GET /authorize`. May be asked twice for one sign-in, as Firefox does: each makes a window of its own. */
export function authorize(context: Context, exchange: Exchange): Reply {
  const request = readAuthorizeRequest(exchange.query, context.settings);
  if (typeof request === 'string') {
    return html(vkPage('VK ID', 'Ошибка авторизации', errorLine(request)), 400);
  }
  const remembered = context.world.vkid.browsers.get(exchange.cookies[REMEMBERED] ?? '');
  if (request.prompt === 'none') {
    return remembered && context.world.vkid.consents.has(remembered)
      ? finish(context, beginFlow(context.world, { service: 'vkid', authorize: request, person: remembered }))
      : redirect(
          backTo(
            request,
            { error: 'login_required', error_description: 'User interaction is required' },
            context.world.vkid.oddities,
          ),
        );
  }
  const known = remembered && request.prompt !== 'login' ? { person: remembered, step: 'remembered' as const } : {};
  return show(context, beginFlow(context.world, { service: 'vkid', authorize: request, ...known }));
}

/** `POST /auth/step`: the form of any step. */
export function authorizeStep(context: Context, exchange: Exchange): Reply {
  const flow = flowOf(context.world, exchange.form);
  if (!flow?.authorize) return html(vkPage('VK ID', 'Окно входа устарело', errorLine('Начните вход заново')), 400);
  if (exchange.form.get('action') === 'cancel') return deny(context, flow, flow.authorize);
  if (flow.step === 'check-data') return finish(context, flow);
  if (flow.step === 'choose-profile') {
    flow.profile = exchange.form.get('profile') === 'personal' ? 'personal' : 'educational';
    flow.step = 'check-data';
    return show(context, flow);
  }
  if (flow.step === 'remembered') {
    if (exchange.form.get('action') === 'not-me') {
      flow.step = 'contact';
      delete flow.person;
      return withCookies(show(context, flow), noCookie(REMEMBERED));
    }
    flow.step = 'identified';
  } else {
    advance(context.world, flow, exchange.form);
  }
  if (flow.step === 'identified') afterIdentity(context, flow);
  return show(context, flow);
}

function afterIdentity(context: Context, flow: SignInFlow): void {
  const person = personOf(context.world, flow.person ?? '');
  flow.step = person.educational && person.vkid?.personalProfile ? 'choose-profile' : 'check-data';
}

function show(context: Context, flow: SignInFlow): Reply {
  if (!['remembered', 'choose-profile', 'check-data'].includes(flow.step)) {
    return html(signInPage(context.world, flow));
  }
  const person = personOf(context.world, flow.person ?? '');
  if (flow.step === 'remembered') return html(rememberedPage(flow, person));
  return html(flow.step === 'choose-profile' ? choicePage(flow, person) : dataPage(flow, person));
}

function rememberedPage(flow: SignInFlow, person: Person): string {
  return stepPage(
    flow,
    'Вход с VK ID',
    `<p>${escapeHtml(`${person.firstName} ${person.lastName}`)}</p>`,
    button('continue', `Продолжить как ${person.firstName}`) + button('not-me', 'Войти в другой аккаунт', 'plain'),
  );
}

function choicePage(flow: SignInFlow, person: Person): string {
  const name = escapeHtml(`${person.firstName} ${person.lastName}`);
  return stepPage(
    flow,
    'Выберите профиль',
    `<label class="choice"><input type="radio" name="profile" value="educational" checked> Учебный профиль: ${name}</label>
<label class="choice"><input type="radio" name="profile" value="personal"> Личный профиль: ${name}</label>`,
    button('continue', 'Продолжить'),
  );
}

function dataPage(flow: SignInFlow, person: Person): string {
  const contact = person.vkid?.phone ?? person.vkid?.email ?? '';
  return stepPage(
    flow,
    'Проверьте личные данные',
    `${field('first_name', 'Имя', 'text', person.firstName)}${field('last_name', 'Фамилия', 'text', person.lastName)}
<p>${escapeHtml(maskedContact(contact))}</p>`,
    button('continue', 'Продолжить'),
  );
}

function deny(context: Context, flow: SignInFlow, request: AuthorizeRequest): Reply {
  context.world.signIn.flows.delete(flow.id);
  const refusal = { error: 'access_denied', error_description: 'User denied your request' };
  return redirect(backTo(request, refusal, context.world.vkid.oddities), 303);
}

/** Makes the code and sends the browser back, through VK Мессенджер when VK ID signs it in there as well. */
function finish(context: Context, flow: SignInFlow): Reply {
  const { world, clock } = context;
  const request = flow.authorize;
  const person = personOf(world, flow.person ?? '');
  if (!request || !person.vkid) throw new Error('A flow ends without a request or a person');
  const code = `vk2.c.${randomText(32)}`;
  const deviceId = randomText(32);
  world.vkid.codes.set(code, {
    request,
    person: person.key,
    userId: (world.vkid.userIdOf === 'educational' ? person.educational?.id : undefined) ?? person.vkid.id,
    deviceId,
    expiresAt: clock.now() + world.vkid.codeLifetimeSeconds * 1000,
    used: false,
    grant: { revoked: false },
  });
  world.vkid.consents.add(person.key);
  world.signIn.flows.delete(flow.id);
  const answer = {
    code,
    device_id: deviceId,
    type: 'code_v2',
    expires_in: String(world.vkid.codeLifetimeSeconds),
    ext_id: randomText(16),
  };
  const back = backTo(request, answer, world.vkid.oddities);
  const browser = randomText();
  world.vkid.browsers.set(browser, person.key);
  const destination = world.vkidSignsInMessenger ? signInHop(world, person, back) : back;
  return withCookies(redirect(destination, 303), vkCookie(REMEMBERED, browser));
}
