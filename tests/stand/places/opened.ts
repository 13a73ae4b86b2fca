import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { escapeHtml, page } from '../http/html.ts';
import { html, type Reply } from '../http/reply.ts';

/** A page that says what was opened: the heading names the thing, the paragraph holds the whole address. */
export function openedPage(context: Context, exchange: Exchange): Reply {
  const title = describe(context, exchange);
  return html(
    page(
      title,
      `<h1>${escapeHtml(title)}</h1><p class="address">${escapeHtml(exchange.url.href)}</p>`,
      '<style>body { margin: 48px; font: 16px/1.4 system-ui, Arial, sans-serif; }</style>',
    ),
  );
}

/** «Звонок открыт (vk.com)», «Чат: 8 Б — родители (me.sferum.ru)» and so on. */
function describe(context: Context, { host, path, query }: Exchange): string {
  const call =
    /^\/call\/join\/([^/]+)$/.exec(path)?.[1] ??
    /^\/joincall\/([^/]+)$/.exec(path)?.[1] ??
    query.get('call_link') ??
    (query.get('p') === 'join_call_page' ? query.get('callId') : null);
  if (call) return `Звонок открыт (${host})`;
  if (query.get('p') === 'messages') return `${chatTitle(context, query)} (${host})`;
  if (query.get('p') === 'download_app') return `Скачать приложение (${host})`;
  return `Открыто ${host}${path}`;
}

function chatTitle({ world }: Context, query: URLSearchParams): string {
  const join = query.get('join');
  if (join) return `Вступить в чат ${join}`;
  const peer = Number(query.get('peerId'));
  if (peer === -222277107) return 'Чат: Помощник Сферума';
  const chat = world.chats.find((one) => one.peerId === peer);
  return `Чат: ${chat?.title || peer}`;
}
