import type { Context } from '../context.ts';
import { guarded } from '../guard.ts';
import type { Exchange } from '../http/exchange.ts';
import { html, type Reply, redirect, text } from '../http/reply.ts';
import type { Diary } from '../model.ts';
import { serveDiaryApi } from './api.ts';
import { personalArea } from './personal-area.ts';
import { esiaPage, logIn, loginPage, logOut } from './sign-in.ts';
import { serveStatic } from './static-files.ts';

/** One diary server. */
export function serveDiary(context: Context, diary: Diary, exchange: Exchange): Reply | Promise<Reply> {
  const { path } = exchange;
  if (path.startsWith('/api/')) return serveDiaryApi(context, diary, exchange);
  if (path.startsWith('/static/')) return serveStatic(path);
  switch (path) {
    case '/':
      return redirect('/personal-area/');
    case '/personal-area':
    case '/personal-area/':
      return guarded(context, exchange, 'diary.personalArea', () => personalArea(context, diary, exchange));
    case '/auth/login-page':
      return guarded(context, exchange, 'diary.loginPage', () => html(loginPage(diary)));
    case '/auth/login':
      return guarded(context, exchange, 'diary.login', () => logIn(context, diary, exchange));
    case '/auth/force-logout':
      return logOut(context, exchange);
    case '/auth/esia/send-authn-request':
      return esiaPage();
    default:
      return text('Not Found', 404);
  }
}
