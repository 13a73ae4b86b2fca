/**
 * Every address that can be opened as a call, as data: a row a service, with the hosts, paths, ids and query keys of its forms.
 * The forms of VK and MAX are those that their clients write, the others those of invitations (2024–2026).
 *
 * A new calling service is a row here; its name, `service_<row>`, in `public/_locales/ru/messages.json`; and, since the compiler
 * asks for them, a word in `tests/run/checks/messageFamilies.ts` and its addresses and look-alikes in `otherServices.samples.ts` and
 * `addresses.arbitraries.ts` of `tests/unit/lib/calls`. Nothing else knows the services by name but VK, whose sessions are checked.
 */
import { callAddress } from '@/lib/sites/messenger';
import { sferumHosts } from '@/lib/sites/sferum';
import { type QueryRule, type ServiceForm, vkHosts } from './serviceForm';

const base64url = /^[A-Za-z0-9_-]{16,128}$/;
const mtsHosts = ['my.mts-link.ru', 'events.mts-link.ru', 'mts-link.ru', '*.mts-link.ru'];
const webinarHosts = ['events.webinar.ru', 'my.webinar.ru'];
const zoomHosts = ['zoom.us', 'app.zoom.us', '*.zoom.us'];
const teamsHosts = ['teams.microsoft.com', 'teams.live.com'];

const jazzPassword: QueryRule = { key: 'psw', form: /^[A-Za-z0-9_.~=-]{1,128}$/, role: 'needed' };
const zoomPassword: QueryRule = { key: 'pwd', form: /^[A-Za-z0-9._-]{1,128}$/, role: 'optional' };
/** Which organisation and organiser: encoded JSON of two UUIDs, without which Teams does not let in. */
const teamsContext: QueryRule = {
  key: 'context',
  form: /^(?:%7b|\{)(?:(?:%22|")(?:Tid|Oid)(?:%22|")(?:%3a|:)(?:%22|")[\da-f-]{36}(?:%22|")(?:%2c|,)?){1,2}(?:%7d|\})$/i,
  role: 'optional',
};

/** A running event adds its session; what adds `record` or `record-new` is a recording. */
const running = '(?:/(?:session|stream|stream-new)/\\d{1,20})?';

/** Pages of МТС Линк and Webinar.ru themselves. */
const ownPagesOfWebinar =
  '(?!(?:api|event|files?|j|landing|login|profile|record|record-new|session|stream|stream-new)/)';

/** Pages of ktalk.ru itself, which are no rooms. */
const ownPagesOfKtalk =
  '(?!(?:404|about|account|admin|agreement|api|app|apps|auth|blog|calendar|cases?|chats?|company|conferences?|contacts?|content|dashboard|demo|docs|download|downloads|error|events?|faq|features|help|history|home|index|invite|join|legal|license|lobby|login|logout|main|meetings?|mobile|news|offer|policy|prices?|pricing|privacy|products?|profile|recordings?|register|registration|rooms?|search|security|settings|signin|signup|status|support|system|tariffs?|terms|users?|webinars?|welcome)$)';

/** Pages of meet.jit.si itself. */
const ownPagesOfJitsi =
  '(?!(?:about|api|close\\d*|colibri-ws|config|connection_optimization|css|docs|download|faq|fonts|help|http-bind|images|index|lang|legal|libs|login|privacy|pwa|security|sounds|static|terms|transcripts|xmpp-websocket)$)';

/** Above each form stands how people write it. The first one that an address fits is its form. */
export const callServices = {
  vk: [
    {
      // https://vk.com/call/join/<id>
      hosts: [...vkHosts, 'web.vk.me'],
      path: /^\/call\/join\/([A-Za-z0-9_-]{16,128})$/,
      opensAs: callAddress,
    },
    {
      // https://calls.vk.com/join/<id>
      hosts: ['calls.vk.com'],
      path: /^\/join\/([A-Za-z0-9_-]{16,128})$/,
    },
    {
      // https://sferum.ru/?call_link=<id>
      hosts: sferumHosts,
      path: /^\/$/,
      query: [{ key: 'call_link', form: base64url, role: 'id' }],
    },
    {
      // https://sferum.ru/?p=join_call_page&callId=<id>
      hosts: sferumHosts,
      path: /^\/$/,
      query: [
        { key: 'p', form: /^join_call_page$/, role: 'needed' },
        { key: 'callId', form: base64url, role: 'id' },
      ],
    },
  ],
  max: [
    {
      // https://max.ru/joincall/<id>
      hosts: ['max.ru', 'web.max.ru'],
      path: /^\/joincall\/([A-Za-z0-9_-]{16,128})$/,
    },
  ],
  telemost: [
    {
      // https://telemost.yandex.ru/j/<digits>
      hosts: ['telemost.yandex.ru', 'telemost.360.yandex.ru', 'telemost.yandex.com'],
      path: /^\/j\/(\d{10,14})$/,
    },
  ],
  ktalk: [
    {
      // https://<organisation>.ktalk.ru/<room>
      hosts: ['*.ktalk.ru'],
      path: new RegExp(`^/${ownPagesOfKtalk}([A-Za-z0-9_-]{2,128})$`, 'i'),
      query: [{ key: 'pinCode', form: /^\d{1,12}$/, role: 'optional' }],
      isRoomOfHost: true,
    },
  ],
  mtslink: [
    {
      // https://my.mts-link.ru/j/<organisation>/<event>
      hosts: mtsHosts,
      path: new RegExp(`^/j/([A-Za-z0-9_-]{1,64})/(?!record(?:-new)?(?:/|$))([A-Za-z0-9_-]{1,64})${running}$`),
    },
  ],
  webinar: [
    {
      // https://events.webinar.ru/event/<organisation>/<event>
      hosts: webinarHosts,
      path: new RegExp(`^/event/([A-Za-z0-9_-]{1,64})/(\\d{1,20})${running}$`),
    },
    {
      // https://events.webinar.ru/<organisation>/<event>
      hosts: webinarHosts,
      path: new RegExp(`^/${ownPagesOfWebinar}([A-Za-z0-9_-]{1,64})/(\\d{4,20})${running}$`),
    },
  ],
  jazz: [
    {
      // https://salutejazz.ru/calls/<code>?psw=<password>
      hosts: ['salutejazz.ru'],
      path: /^\/calls\/([a-z0-9]{6,8})$/,
      // Without the password the service asks the person for it.
      query: [{ ...jazzPassword, role: 'optional' }],
    },
    {
      // https://jazz.sber.ru/<code>?psw=<password>
      hosts: ['jazz.sber.ru'],
      path: /^\/([a-z0-9]{6,8})$/,
      // Here the password alone tells a call from a page of the site.
      query: [jazzPassword],
    },
    {
      // https://jazz.sber.ru/#/calls/<code>?psw=<password>
      hosts: ['jazz.sber.ru'],
      path: /^\/calls\/([a-z0-9]{6,8})$/,
      query: [jazzPassword],
      isBehindHash: true,
    },
  ],
  wbstream: [
    {
      // https://stream.wb.ru/room/<uuid>
      hosts: ['stream.wb.ru'],
      path: /^\/room\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i,
    },
  ],
  dion: [
    {
      // https://dion.vc/event/<name>
      hosts: ['dion.vc'],
      path: /^\/event\/([A-Za-z0-9_-]{2,128})$/,
    },
  ],
  pruffme: [
    {
      // https://pruffme.com/webinar/?id=<id>
      hosts: ['pruffme.com'],
      path: /^\/webinar\/?$/,
      query: [{ key: 'id', form: /^[\da-f]{32}$/i, role: 'id' }],
    },
    {
      // https://pruffme.com/landing/u<digits>/<name>
      hosts: ['pruffme.com'],
      path: /^\/landing\/(u\d{1,12})\/([A-Za-z0-9_-]{1,128})$/,
    },
  ],
  zoom: [
    {
      // https://zoom.us/j/<digits>?pwd=<password>
      hosts: zoomHosts,
      // `s` starts, `w` is a webinar.
      path: /^\/[jsw]\/(\d{9,11})$/,
      query: [zoomPassword],
    },
    {
      // https://zoom.us/wc/<digits>/join
      hosts: zoomHosts,
      path: /^\/wc\/(\d{9,11})\/join$/,
      query: [zoomPassword],
    },
    {
      // https://zoom.us/wc/join/<digits>
      hosts: zoomHosts,
      path: /^\/wc\/join\/(\d{9,11})$/,
      query: [zoomPassword],
    },
    {
      // https://zoom.us/my/<name>
      hosts: zoomHosts,
      path: /^\/my\/([A-Za-z0-9._-]{3,64})$/,
      query: [zoomPassword],
      isRoomOfHost: true,
    },
  ],
  meet: [
    {
      // https://meet.google.com/<abc-defg-hij>
      hosts: ['meet.google.com'],
      path: /^\/([a-z]{3}-[a-z]{4}-[a-z]{3})$/i,
    },
    {
      // https://meet.google.com/lookup/<name>
      hosts: ['meet.google.com'],
      path: /^\/(lookup\/[A-Za-z0-9_-]{2,128})$/,
    },
  ],
  teams: [
    {
      // https://teams.microsoft.com/l/meetup-join/<id>/<number>?context=<organiser>
      hosts: teamsHosts,
      // Teams alone encodes `:` and `@` in its paths.
      path: /^\/l\/meetup-join\/19(?:%3a|:)([\w-]{8,256})(?:%40|@)thread\.(?:v2|tacv2|skype)\/(\d{1,20})$/i,
      query: [teamsContext],
    },
    {
      // https://teams.live.com/meet/<digits>?p=<key>
      hosts: teamsHosts,
      path: /^\/meet\/(\d{8,20})$/,
      query: [{ key: 'p', form: /^[A-Za-z0-9_-]{1,128}$/, role: 'optional' }],
    },
  ],
  jitsi: [
    {
      // https://meet.jit.si/<room>
      hosts: ['meet.jit.si'],
      path: new RegExp(`^/${ownPagesOfJitsi}([A-Za-z0-9_-]{2,128})$`, 'i'),
    },
  ],
  webex: [
    {
      // https://<organisation>.webex.com/meet/<name>
      hosts: ['*.webex.com'],
      path: /^\/(?:meet|join)\/([A-Za-z0-9._-]{2,128})$/,
      isRoomOfHost: true,
    },
    {
      // https://<organisation>.webex.com/<site>/j.php?MTID=<id>
      hosts: ['*.webex.com'],
      path: /^\/[A-Za-z0-9_.-]{1,64}\/j\.php$/,
      query: [{ key: 'MTID', form: /^[A-Za-z0-9]{8,128}$/, role: 'id' }],
      isRoomOfHost: true,
    },
  ],
} as const satisfies Record<string, readonly ServiceForm[]>;
