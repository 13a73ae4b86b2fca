import type { Context } from '../context.ts';
import { vkCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { html, json, type Reply, redirect, withCookies } from '../http/reply.ts';
import { randomText } from '../random.ts';
import { beginFlow } from '../signin/flow.ts';
import { signInPage } from '../signin/pages.ts';
import { profilesOf, sessionOf, withSessionCookie } from './session.ts';

/** The application number of VK Мессенджер's own page. */
const APP_ID = '8202606';

/** `/?act=web_token`: a token for every profile that this browser is signed in to. */
export function webToken(context: Context, exchange: Exchange): Reply {
  const { world, clock } = context;
  const appId = exchange.query.get('app_id') ?? exchange.form.get('app_id');
  if (appId !== APP_ID) return json({ error: { error_code: 100, error_msg: 'app_id is invalid' } });
  const session = sessionOf(world, exchange);
  if (!session) return signedOut(context, exchange);
  const expiresAt = clock.now() + world.messenger.tokenLifetimeSeconds * 1000;
  const answer = json(
    profilesOf(world, session).map((profile) => {
      const token = `vk1.a.${randomText(40)}`;
      world.messenger.tokens.set(token, {
        userId: profile.userId,
        profileType: profile.type,
        person: profile.person,
        session,
        expiresAt,
        revoked: false,
      });
      return {
        user_id: profile.userId,
        profile_type: profile.type,
        access_token: token,
        expires: Math.floor(expiresAt / 1000),
      };
    }),
  );
  switch (world.messenger.tokenSets) {
    case 'nothing':
      return answer;
    case 'language':
      return withCookies(answer, vkCookie('remixlang', randomText()));
    case 'session':
      return withSessionCookie(world, exchange, session, answer);
  }
}

function signedOut({ world }: Context, exchange: Exchange): Reply {
  switch (world.messenger.signedOut) {
    case 'object':
      return json({ error: { error_code: 1, error_msg: 'auth required' } });
    case 'html':
      return html(signInPage(world, beginFlow(world, { service: 'messenger' })));
    case 'redirect':
      return redirect(`https://login.vk.ru/?act=login&to=${encodeURIComponent(exchange.url.href)}`);
  }
}
