import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type HandlersOf, serve } from '@/entrypoints/background/serve';
import { type Messages, messages } from '@/lib/messages/all';
import type { SenderKind } from '@/lib/messages/message';

const id = fakeBrowser.runtime.id;
const own = `chrome-extension://${id}`;
const diary = 'https://school.r-19.ru';
const site = 'https://lyceum.example';
const invitation = 'https://me.sferum.ru/invite/abc';

const tab = (url: string, more = {}) => ({ id: 7, windowId: 1, index: 0, url, incognito: false, ...more });

/** Who may try to speak to the background, and what it takes them for. */
const senders: [string, object, SenderKind | null][] = [
  ['the script of a diary', { id, url: `${diary}/personal-area/#diary`, frameId: 0, tab: tab(diary) }, 'diary'],
  ['the section in a diary', { id, url: `${own}/section.html`, frameId: 3, tab: tab(diary) }, 'section'],
  ['the popup', { id, url: `${own}/popup.html` }, 'page'],
  ['a page of ours in a tab', { id, url: `${own}/options.html`, frameId: 0, tab: tab(`${own}/options.html`) }, 'page'],
  ['the script of an invitation', { id, url: invitation, frameId: 0, tab: tab(invitation) }, 'invitation'],
  ['the notice over an invitation', { id, url: `${own}/notice.html`, frameId: 2, tab: tab(invitation) }, 'notice'],
  ['the script of an allowed site', { id, url: `${site}/links`, frameId: 0, tab: tab(site) }, 'site'],
  ['the script in a frame of an allowed site', { id, url: `${site}/links`, frameId: 4, tab: tab(site) }, 'site'],

  ['another extension', { id: 'another', url: `${own}/popup.html` }, null],
  [
    'another extension from a diary',
    { id: 'another', url: `${diary}/personal-area/`, frameId: 0, tab: tab(diary) },
    null,
  ],
  [
    'a page of another extension',
    { id, url: 'chrome-extension://another/section.html', frameId: 3, tab: tab(diary) },
    null,
  ],
  ['nobody', {}, null],
  ['one without an address', { id, frameId: 0, tab: tab(diary) }, null],
  ['a diary in a stranger’s frame', { id, url: `${diary}/personal-area/`, frameId: 5, tab: tab(site) }, null],
  ['another page of a diary’s server', { id, url: `${diary}/auth/login-page`, frameId: 0, tab: tab(diary) }, null],
  [
    'a page that draws a diary elsewhere',
    { id, url: 'https://school.r-19.ru.example/personal-area/', frameId: 0, tab: tab(diary) },
    null,
  ],
  ['a diary over http', { id, url: 'http://school.r-19.ru/personal-area/', frameId: 0, tab: tab(diary) }, null],
  ['a diary without a tab', { id, url: `${diary}/personal-area/`, frameId: 0 }, null],
  [
    'the section in a stranger’s page',
    { id, url: `${own}/section.html`, frameId: 3, tab: tab('https://evil.example/') },
    null,
  ],
  ['the section in an allowed site', { id, url: `${own}/section.html`, frameId: 3, tab: tab(site) }, null],
  ['the section in a frame without a tab', { id, url: `${own}/section.html`, frameId: 3 }, null],
  ['the section over an invitation', { id, url: `${own}/section.html`, frameId: 3, tab: tab(invitation) }, null],
  [
    'the notice in a stranger’s page',
    { id, url: `${own}/notice.html`, frameId: 3, tab: tab('https://evil.example/') },
    null,
  ],
  ['a stranger’s page', { id, url: 'https://evil.example/', frameId: 0, tab: tab('https://evil.example/') }, null],
  ['a page of VK', { id, url: 'https://web.vk.me/', frameId: 0, tab: tab('https://web.vk.me/') }, null],
  ['a frame without an origin', { id, url: 'about:srcdoc', frameId: 6, tab: tab(diary) }, null],
  ['a page from a file', { id, url: 'file:///personal-area/', frameId: 0, tab: tab('file:///') }, null],
];

const handled = vi.fn(async (_name: string, _payload: unknown) => 'done');
let hear: (message: unknown, sender: object) => unknown;

beforeEach(() => {
  fakeBrowser.reset();
  handled.mockClear();
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    hear = listener as typeof hear;
  });
  const names = Object.keys(messages) as (keyof Messages)[];
  const handlers = Object.fromEntries(names.map((name) => [name, (payload: unknown) => handled(name, payload)]));
  serve(handlers as unknown as HandlersOf<Messages>, {
    isDiary: async (origin) => origin === diary,
    isAllowedSite: async (origin) => origin === site,
  });
});

it.each(senders)('%s is heard alone in what is its own', async (_who, sender, kind) => {
  for (const [name, { from }] of Object.entries(messages)) {
    const reply = await hear({ name, payload: { something: 'else' } }, sender);
    if (kind !== null && from.includes(kind)) expect(reply, name).not.toEqual({ refused: 'sender' });
    else expect(reply, name).toEqual({ refused: 'sender' });
  }
  if (kind === null) expect(handled).not.toHaveBeenCalled();
});

it('what is no message is left to others', () => {
  const [, sender] = senders[2] ?? [];
  const strange = fc.oneof(
    fc.anything(),
    fc.record({
      name: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''),
      payload: fc.anything(),
    }),
    fc.record({ name: fc.anything(), payload: fc.anything() }),
  );
  fc.assert(
    fc.property(strange, (message) => {
      expect(hear(message, sender ?? {})).toBeUndefined();
    }),
  );
});

it('no payload of any shape throws or reaches a room that did not ask for it', async () => {
  const [, sender] = senders[0] ?? [];
  const asked = Object.entries(messages).filter(([, { from }]) => from.includes('diary'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...asked),
      fc.anything({ withNullPrototype: true }),
      async ([name, { payload: schema }], payload) => {
        handled.mockClear();
        const reply = await hear({ name, payload }, sender ?? {});
        const read = schema.safeParse(payload);
        expect(reply).toEqual(read.success ? { answer: 'done' } : { refused: 'payload' });
        expect(handled).toHaveBeenCalledTimes(read.success ? 1 : 0);
      },
    ),
    { numRuns: 500 },
  );
});
