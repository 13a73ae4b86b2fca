import { maxAddress, sferumInMaxAddress } from '@/lib/sites/max';
import { applicationAddress, instructionAddresses, supportAddress } from '@/lib/sites/sferum';
import type { MessageKey } from '@/lib/words';

/** Every entry by its anchor, with its paragraphs and links. The order is that of the page: what goes wrong most, first. */
export const entries = [
  { id: 'noButton', paragraphs: 5, links: [] },
  { id: 'schoolInMax', paragraphs: 3, links: ['sferumInMax', 'max'] },
  { id: 'noSound', paragraphs: 3, links: ['application'] },
  { id: 'notListed', paragraphs: 2, links: ['welcome'] },
  { id: 'sameBrowser', paragraphs: 3, links: [] },
  { id: 'invitation', paragraphs: 2, links: ['parent'] },
  { id: 'twoParents', paragraphs: 2, links: ['helper'] },
  { id: 'severalChildren', paragraphs: 2, links: [] },
  { id: 'oneNumber', paragraphs: 2, links: [] },
  { id: 'parentNumber', paragraphs: 2, links: ['helper'] },
  { id: 'email', paragraphs: 1, links: ['pupil'] },
  { id: 'teacherParent', paragraphs: 1, links: [] },
  { id: 'code', paragraphs: 3, links: [] },
  { id: 'notMe', paragraphs: 1, links: [] },
  { id: 'password', paragraphs: 1, links: [] },
  { id: 'consent', paragraphs: 2, links: ['parent'] },
  { id: 'signOut', paragraphs: 1, links: [] },
  { id: 'privateWindow', paragraphs: 2, links: [] },
  { id: 'vkPage', paragraphs: 1, links: [] },
  { id: 'teachers', paragraphs: 6, links: ['sferumInMax'] },
] as const satisfies { id: string; paragraphs: number; links: readonly GuideLinkName[] }[];

/** Anchor of an entry: `guide.html#twoParents`. */
export type EntryId = (typeof entries)[number]['id'];

export type Entry = (typeof entries)[number];

export type GuideLinkName = 'helper' | 'pupil' | 'parent' | 'application' | 'sferumInMax' | 'max' | 'welcome';

/** Where the guide's links lead: Сферум's own support and instructions, MAX, and the extension's own page of diaries. */
export const guideLinks: Record<GuideLinkName, { address: string; label: MessageKey }> = {
  helper: { address: supportAddress, label: 'guideHelper' },
  pupil: { address: instructionAddresses.pupil, label: 'guideForPupil' },
  parent: { address: instructionAddresses.parent, label: 'guideForParent' },
  application: { address: applicationAddress, label: 'guideApplication' },
  sferumInMax: { address: sferumInMaxAddress, label: 'maxOpenSferum' },
  max: { address: maxAddress, label: 'maxOpenWeb' },
  welcome: { address: '/welcome.html', label: 'guideWelcome' },
};

/** Key of an entry's title. */
export function titleKey({ id }: Entry): MessageKey {
  return `guide_${id}`;
}

/** Keys of an entry's paragraphs, in order. */
export function paragraphKeys({ id, paragraphs }: Entry): MessageKey[] {
  return Array.from({ length: paragraphs }, (_, index) => `guide_${id}_${index + 1}` as MessageKey);
}
