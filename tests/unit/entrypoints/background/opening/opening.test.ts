import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Door } from '@/entrypoints/background/conflict/door';
import { joinAgendaLink } from '@/entrypoints/background/opening/joinAgendaLink';
import { createOpening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { callId } from '@/lib/calls/callIds';
import { createWait } from '@/lib/inTime';
import { links } from '@/lib/linking/links';
import { addressOf, scheduledCall } from '@/tests/unit/lib/calls/samples';
import { sentAccount } from '@/tests/unit/lib/diary/sent';
import { account, link, origin, petr } from '@/tests/unit/lib/linking/samples';
import { movableClock } from '../fakes';

const place: Sender = { kind: 'diary', tab: { id: 7, windowId: 1, index: 0, foreignJar: null }, origin };
const call = scheduledCall('Мария Игоревна и Ко: География 8 Б');
const how = { anyway: false, background: false, lesson: 'География' };

beforeEach(async () => {
  fakeBrowser.reset();
  await links.set({ [account().key]: link() });
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async () => ({
    answer: sentAccount(account()),
    origin,
    clockDifference: null,
  })) as never);
});

/** Пётр is here by the time that Мария's lesson is clicked, and her calls are still held. */
function opening() {
  const services = {
    clock: movableClock().clock,
    holdings: { get: async () => ({ scheduled: [call], chats: [], current: [] }) },
  } as unknown as Services;
  const conflict = { kind: 'conflict', reason: 'otherProfile', present: petr, wanted: 'Мария', diary: null };
  const door = {
    ask: async () => ({ verdict: conflict, person: null, moved: false }),
  } as unknown as Door;
  return createOpening(services, door, () => undefined);
}

it('what stands in the way of a lesson’s call is said with the lesson’s name, wherever the call was found', async () => {
  for (const open of [
    () => opening().call(place, callId(call.id), how),
    () => opening().lessonLink(place, addressOf('its own link'), how),
  ]) {
    expect(await open()).toMatchObject({ kind: 'conflict' });
    const pending = await opening().pending(place);
    expect(pending).toMatchObject({ about: 'География', outcome: { kind: 'conflict' } });
    // The title that VK gives the call is Мария's.
    expect(JSON.stringify(pending)).not.toContain('и Ко');
    await opening().letPendingBe(place);
  }
});

it('of a call that is no lesson nothing is named', async () => {
  await opening().call(place, callId(call.id), { anyway: false, background: false });
  expect(await opening().pending(place)).toMatchObject({ about: '' });
});

describe('the first call of another service', () => {
  const address = 'https://zoom.us/j/123456789';
  const source = { kind: 'lessonLink', lessonId: 'a', callKey: 'b' } as const;
  const agendaLink = { source, address, service: 'zoom', name: '', place: 'homework' } as const;
  const shortcut = (isUnsaid: boolean) =>
    joinAgendaLink(opening(), place, agendaLink, 'География', createWait(), isUnsaid);

  beforeEach(() => {
    vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({} as never);
  });

  it('asks once to check who joins', async () => {
    expect(await opening().lessonLink(place, address, how)).toMatchObject({ kind: 'opened', caution: true });
    expect(await opening().lessonLink(place, address, how)).toMatchObject({ caution: false });
  });

  it('asks next time where the shortcut had no place to ask; a reminder has asked', async () => {
    expect(await shortcut(true)).toMatchObject({ kind: 'opened' });
    expect(await opening().lessonLink(place, address, how)).toMatchObject({ caution: true });
    await fakeBrowser.storage.local.clear();
    await shortcut(false);
    expect(await opening().lessonLink(place, address, how)).toMatchObject({ caution: false });
  });

  it.each(['private', 'container'] as const)('leaves no trace of a %s jar', async (foreignJar) => {
    const kept = await fakeBrowser.storage.local.get(null);
    const foreign = { ...place, tab: place.tab && { ...place.tab, foreignJar } };
    expect(await opening().lessonLink(foreign, address, how)).toMatchObject({ kind: 'opened', caution: true });
    expect(await fakeBrowser.storage.local.get(null)).toEqual(kept);
  });
});
