import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { escapeHtml, hidden } from '../http/html.ts';
import { html, type Reply, redirect } from '../http/reply.ts';
import { vkPage } from '../http/vk-page.ts';
import { personOf, type World } from '../world.ts';
import { profilesOf, removeAccount, sessionOf, withSessionCookie } from './session.ts';
import { beginSignIn } from './sign-in.ts';
import type { MessengerSession } from './state.ts';

/** VK Мессенджер itself: the active profile's chats, and the account's menu at the top right. */
export function messengerHome(context: Context, exchange: Exchange): Reply {
  const session = sessionOf(context.world, exchange);
  if (!session) return beginSignIn(context);
  const { world } = context;
  const active = personOf(world, session.active);
  const profile = profilesOf(world, session).findLast((one) => one.person === session.active);
  const chats = world.chats.filter((chat) => profile && chat.members.includes(profile.userId)).slice(0, 50);
  const list = chats.map((chat) => `<li>${escapeHtml(chat.title || String(chat.peerId))}</li>`).join('');
  const create = profile?.type === 2 ? '' : '<p><a href="/?act=create_educational">Создать учебный профиль</a></p>';
  return html(
    vkPage(
      'VK Мессенджер',
      `Чаты: ${active.firstName} ${active.lastName}`,
      `${create}<ul>${list}</ul>`,
      accountMenu(world, session),
      true,
    ),
  );
}

/** «Выйти»: the active account leaves; the next one, if any, becomes active. */
export function signOut(context: Context, exchange: Exchange): Reply {
  const session = sessionOf(context.world, exchange);
  if (!session) return redirect('/', 303);
  removeAccount(context.world, session, session.active);
  return withSessionCookie(context.world, exchange, session, redirect('/', 303));
}

/** Makes another signed-in account the active one. */
export function switchAccount(context: Context, exchange: Exchange): Reply {
  const session = sessionOf(context.world, exchange);
  const person = exchange.form.get('person') ?? '';
  if (session?.accounts.some((account) => account.person === person)) session.active = person;
  return redirect('/', 303);
}

function accountMenu(world: World, session: MessengerSession): string {
  const others = session.accounts
    .filter((account) => account.person !== session.active)
    .map(({ person }) => {
      const { firstName, lastName } = personOf(world, person);
      return `<form method="post" action="/account/switch">${hidden('person', person)}<button class="plain">${escapeHtml(`${firstName} ${lastName}`)}</button></form>`;
    });
  return `<details><summary aria-label="Изображение аккаунта"><img alt="Изображение аккаунта" src="https://sun.example/account.png"></summary>
<div class="menu">${others.join('')}
<form action="/"><input type="hidden" name="act" value="add_profile"><button class="plain">Добавить профиль</button></form>
<form method="post" action="/account/sign-out"><button class="plain">Выйти</button></form></div></details>`;
}
