import { showSign } from '@/entrypoints/background/browser/toolbarSign';
import { refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import { announce } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import type { ConsentEnd } from '@/entrypoints/background/vkid/vkidSignIn';
import { createWait } from '@/lib/inTime';
import { links } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';
import { succeed } from '@/lib/result';
import type { Wizards } from './wizards';

/**
 * Forgets a link and everything that came with it: chats, name, photo, school and tokens, unless another account is linked to
 * the same profile; VK ID's token always.
 *
 * @returns what became of the consent at VK ID
 */
export async function unlink(
  { accountKey, profileId, vkidConsent }: Link,
  services: Services,
  wizards: Wizards,
  wait = createWait(),
): Promise<ConsentEnd> {
  const forget = async () => {
    const others = Object.values(await links.get());
    if (!others.some((link) => link.profileId === profileId)) await services.forgetProfile(profileId);
  };
  await links.update(({ [accountKey]: _, ...kept }) => kept);
  await forget();
  await wizards.tell(accountKey, { type: 'cancel' }, wait);
  announce('linking');
  void showSign();
  // The pages need not wait for VK ID, nor anybody for the pages.
  void refreshDiaries();
  const consent = await wait('vkid', services.vkid.withdraw(accountKey, vkidConsent).then(succeed));
  // Whoever had read the link before it went may have asked VK once more meanwhile.
  await forget();
  return consent.ok ? consent.value : 'byHand';
}
