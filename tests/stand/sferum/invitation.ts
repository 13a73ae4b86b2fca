import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { escapeHtml, hidden } from '../http/html.ts';
import { html, type Reply, redirect } from '../http/reply.ts';
import { errorLine, vkPage } from '../http/vk-page.ts';
import type { MessengerSession } from '../messenger/state.ts';
import type { Invitation, Person } from '../model.ts';
import { fullName } from '../model.ts';
import { personOf } from '../world.ts';

/** The page finds out who is signed in only after it is shown. */
const LATE = 700;

/** `sferum.ru/?p=invite_parent&invite=…`: a parent follows the link that the pupil has sent. */
export function invitationPage(context: Context, exchange: Exchange): Reply {
  const { world } = context;
  const invitation = find(context, exchange.query.get('invite'));
  if (!invitation) return html(vkPage('Сферум', 'Приглашение не найдено', errorLine('Ссылка устарела')), 404);
  const pupil = personOf(world, invitation.pupil);
  const session = sferumSession(context, exchange);
  const block = problem(invitation, session)
    ? errorLine(problem(invitation, session))
    : session
      ? consentForm(invitation, pupil)
      : joinForm(invitation);
  return html(
    vkPage(
      'Сферум',
      'Приглашение для родителя',
      `<p>${escapeHtml(pupil.firstName)} приглашает вас стать родителем в Сферуме.</p><div id="late">Загрузка…</div>
<template>${block}</template>
<script>setTimeout(() => { late.replaceChildren(document.querySelector('template').content.cloneNode(true)); }, ${LATE})</script>`,
    ),
  );
}

/** The form «Подтвердить регистрацию ребёнка». */
export function confirmInvitation(context: Context, exchange: Exchange): Reply {
  const invitation = find(context, exchange.form.get('invite'));
  const session = sferumSession(context, exchange);
  if (!invitation || !session || problem(invitation, session)) return redirect('/', 303);
  if (exchange.form.get('consent') !== 'on') {
    return html(vkPage('Сферум', 'Приглашение для родителя', errorLine('Без согласия продолжить нельзя')));
  }
  invitation.parents.push(session.active);
  const pupil = personOf(context.world, invitation.pupil);
  return html(vkPage('Сферум', 'Готово', `<p>Теперь вы родитель: ${escapeHtml(fullName(pupil))}</p>`));
}

/** Who is signed in, as sferum.ru knows it by its own cookie. */
export function sferumSession({ world }: Context, exchange: Exchange): MessengerSession | undefined {
  const session = world.messenger.sferumSessions.get(exchange.cookies.sferumsid ?? '');
  return session && session.accounts.length > 0 ? session : undefined;
}

function find({ world }: Context, code: string | null): Invitation | undefined {
  return world.invitations.find((invitation) => invitation.code === code);
}

function problem(invitation: Invitation, session: MessengerSession | undefined): string | undefined {
  if (session?.accounts.some((account) => account.person === invitation.pupil)) {
    return 'Вы не можете стать родителем самому себе';
  }
  return invitation.parents.length >= 2 ? 'У ученика уже есть два родителя' : undefined;
}

function joinForm(invitation: Invitation): string {
  return `<form action="https://web.vk.me/">${hidden('act', 'invited')}${hidden('invite', invitation.code)}
<button class="main">Присоединиться</button></form>`;
}

function consentForm(invitation: Invitation, pupil: Person): string {
  return `<form method="post" action="/invitation/confirm">${hidden('invite', invitation.code)}
<p>${escapeHtml(fullName(pupil))}</p>
<label class="choice"><input type="checkbox" name="consent"> Я даю согласие на использование платформы «Сферум» моим ребёнком</label>
<button class="main">Подтвердить регистрацию ребёнка</button></form>`;
}
