import type { Context } from './context.ts';
import { serveDiary } from './diary/host.ts';
import { guarded } from './guard.ts';
import type { Exchange } from './http/exchange.ts';
import { html, type Reply, text } from './http/reply.ts';
import { serveApi } from './messenger/api.ts';
import { serveMessenger } from './messenger/web.ts';
import { isKnownPlace, isPhotoHost } from './places/known-hosts.ts';
import { openedPage } from './places/opened.ts';
import { servePhoto } from './places/photos.ts';
import { serveSferum } from './sferum/host.ts';
import { serveVkid } from './vkid/host.ts';

/** Answers the request as the host that it names. */
export function serveHost(context: Context, exchange: Exchange): Reply | Promise<Reply> {
  const { host } = exchange;
  if (exchange.path === '/favicon.ico') return servePhoto(exchange.path);
  const site = context.world.sites.get(host);
  if (site !== undefined) return html(site);
  const diary = context.world.diaries.find((one) => one.host === host);
  if (diary) return serveDiary(context, diary, exchange);
  switch (host) {
    case 'id.vk.ru':
    case 'id.vk.com':
      return serveVkid(context, exchange);
    case 'web.vk.me':
      return serveMessenger(context, exchange);
    case 'api.vk.me':
    case 'api.vk.com':
    case 'api.vk.ru':
      return serveApi(context, exchange);
    case 'sferum.ru':
    case 'me.sferum.ru':
      return serveSferum(context, exchange);
  }
  if (isPhotoHost(host)) return guarded(context, exchange, 'photos', () => servePhoto(exchange.path));
  // Everything else that the browser asks for, its own business included, is not on the stand.
  return isKnownPlace(host) ? openedPage(context, exchange) : text(`${host} is not on the stand`, 404);
}
