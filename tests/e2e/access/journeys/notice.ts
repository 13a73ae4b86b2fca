import { invitations, noticeOf, signInToSferum } from '../../conflict.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

/** A parent's invitation where the pupil is signed in, and the way out by his leaving. */
async function* conflict({ browser, stand }: Tools): AsyncGenerator<Seen> {
  await signInToSferum(browser, stand, 'petr');
  const page = await browser.open(invitations.petr);
  const surface = await noticeOf(page);
  const see = (name: string, more: Partial<Seen> = {}): Seen => ({ name, place: 'notice', page, surface, ...more });
  await surface.role('list', 'Способы').waitFor();
  yield see('invitation');
  await surface.role('button', 'Скопировать ссылку').click();
  await surface.text('Ссылка скопирована').waitFor();
  yield see('invitation-copied', { isActed: true });
  await surface.role('button', 'Открыть VK Мессенджер').click();
  await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
  await page.bringToFront();
  await surface.role('heading', /^Ждём, пока/).waitFor();
  yield see('invitation-sign-out', { isActed: true });
  await surface.role('button', 'Выход выполнен').click();
  await surface
    .text(/пока|ещё/i)
    .first()
    .waitFor();
  yield see('invitation-not-yet', { isActed: true });
}

/** VK does not say who is there. */
async function* unknown({ browser, stand }: Tools): AsyncGenerator<Seen> {
  await signInToSferum(browser, stand, 'petr');
  stand.faults.set('messenger.webToken', { kind: 'reset' });
  const page = await browser.open(invitations.petr);
  const surface = await noticeOf(page);
  await surface.text(/^Не получилось узнать, кто сейчас вошёл/).waitFor();
  yield { name: 'invitation-unknown', place: 'notice', page, surface };
}

export const noticeJourneys: readonly Journey[] = [
  { name: 'an invitation', isBoth: true, play: conflict },
  { name: 'an invitation where nobody is known', play: unknown },
];
