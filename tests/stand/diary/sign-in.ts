import type { Context } from '../context.ts';
import { noCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { escapeHtml, page } from '../http/html.ts';
import { html, json, type Reply, redirect, withCookies } from '../http/reply.ts';
import type { Diary } from '../model.ts';
import { openSession, withSession } from './session.ts';

/** `GET /auth/login-page`. */
export function loginPage(diary: Diary): string {
  return page(
    'БАРС.Web-Образование - Вход в систему',
    `<main class="login"><h1>БАРС.Образование <small>Электронная школа</small></h1><p>${escapeHtml(diary.region)}</p>
<form method="post" action="/auth/login">
<label>Имя пользователя <input name="login_login" autocomplete="off"></label>
<label>Пароль <input name="login_password" type="password" autocomplete="off"></label>
<p role="alert"></p>
<button>Войти</button></form>
<p><a href="/auth/esia/send-authn-request">Войти через портал госуслуг</a></p></main>`,
    '<link rel="stylesheet" href="/static/login.css"><script type="module" src="/static/login.js"></script>',
  );
}

/** `GET /auth/esia/send-authn-request`: the way by the state portal ends here. */
export function esiaPage(): Reply {
  return html(
    page(
      'Госуслуги',
      '<h1>Госуслуги</h1><p>Здесь был бы вход через портал госуслуг.</p><a href="/auth/login-page">Назад</a>',
    ),
  );
}

/** `POST /auth/login` with `login_login` and `login_password`. */
export function logIn(context: Context, diary: Diary, exchange: Exchange): Reply {
  const login = exchange.form.get('login_login');
  const account = diary.accounts.find((one) => one.login === login);
  if (exchange.method !== 'POST' || !account || account.password !== exchange.form.get('login_password')) {
    return json({ success: false, message: 'Неверное имя пользователя или пароль' });
  }
  return withSession(json({ success: true, redirect: '/' }), openSession(context.world, diary, account));
}

/** `/auth/force-logout`. */
export function logOut(context: Context, exchange: Exchange): Reply {
  context.world.diarySessions.delete(exchange.cookies.sessionid ?? '');
  return withCookies(redirect('/auth/login-page'), noCookie('sessionid'));
}
