import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { escapeHtml, page } from '../http/html.ts';
import { html, type Reply, redirect, withHeader } from '../http/reply.ts';
import type { Diary } from '../model.ts';
import { wallTime } from '../time/zone.ts';
import { signedIn } from './session.ts';

/** `GET /personal-area/`: the shell of the single-page app, for those who are signed in. */
export function personalArea(context: Context, diary: Diary, exchange: Exchange): Reply {
  if (!signedIn(context, diary, exchange)) return redirect('/auth/login-page');
  const options = context.world.page;
  const settings = { ...options, today: wallTime(diary.zone, context.clock.now()).date };
  const sheets = [
    'page.css',
    ...(options.menuStyle === 'other' ? ['other-menu.css'] : []),
    ...(options.layout === 'usual' ? [] : ['layouts.css']),
    ...(options.hostileStyles ? ['hostile.css'] : []),
    ...(options.animationNone ? ['no-animation.css'] : []),
  ];
  const links = sheets.map((name) => `<link rel="stylesheet" href="/static/${name}">`).join('');
  const shell = html(
    page(
      'БАРС.Web-Образование - Личный кабинет',
      `<div id="page" data-layout="${options.layout}" data-settings="${escapeHtml(JSON.stringify(settings))}"></div>`,
      `${links}<script src="/static/tell-tale.js"></script><script type="module" src="/static/main.js"></script>`,
    ),
  );
  const policy = options.contentSecurityPolicy;
  return policy === null ? shell : withHeader(shell, 'content-security-policy', policy);
}
