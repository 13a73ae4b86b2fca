import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { escapeHtml } from '../http/html.ts';
import { html, type Reply, redirect } from '../http/reply.ts';
import { vkPage } from '../http/vk-page.ts';
import { personOf } from '../world.ts';
import { REMEMBERED } from './authorize.ts';
import { withdrawConsent } from './consent.ts';

/** The person's own page at VK ID: which services they have signed in to, and «Отключить» for each. */
export function cabinet({ world }: Context, exchange: Exchange): Reply {
  const key = world.vkid.browsers.get(exchange.cookies[REMEMBERED] ?? '');
  if (!key)
    return html(vkPage('VK ID', 'Кабинет VK ID', '<p>Войдите, чтобы увидеть сервисы, в которые вы вошли с VK ID.</p>'));
  const { firstName, lastName } = personOf(world, key);
  const services = world.vkid.consents.has(key)
    ? '<form method="post" action="/account/disconnect"><p>Сферум для ЭШ</p><button class="plain">Отключить</button></form>'
    : '<p>Нет подключённых сервисов</p>';
  return html(vkPage('VK ID', 'Сервисы и сайты', `<p>${escapeHtml(`${firstName} ${lastName}`)}</p>${services}`));
}

/** «Отключить»: the application loses its consent and every token. */
export function disconnect({ world }: Context, exchange: Exchange): Reply {
  const key = world.vkid.browsers.get(exchange.cookies[REMEMBERED] ?? '');
  if (key && exchange.method === 'POST') withdrawConsent(world, key);
  return redirect('/account/', 303);
}
