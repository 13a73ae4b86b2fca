import * as z from 'zod/mini';
import type { ListedLink } from '@/lib/pageLinks/listLinks';
import { accept, type Question } from './message';

const site = z.string().check(z.maxLength(300));

/** What the script in a frame read, before anything of it is believed. */
export const frameLinks = z.object({
  links: z.array(z.object({ address: z.string(), words: z.string(), isDoubtful: z.boolean() })),
  isCut: z.boolean(),
  closedFrames: z.number(),
});

/**
 * Who would enter: `vk`: whoever is signed in to VK Мессенджер, which can be looked at; `check`: nobody can say, and it is to be said;
 * `known`: it was said before.
 */
export interface PageLink extends ListedLink {
  enters: 'vk' | 'check' | 'known';
}

/** The links to calls of the page in front. */
export interface PageLinksView {
  /** The page's own site, as people read it: no trust is lent to it. */
  host: string;
  links: PageLink[];
  isCut: boolean;
  closedFrames: number;
  /** The page came over http: anybody on the way may have changed it. */
  isInsecure: boolean;
  /** The site on which a button may stand behind each link; `null`: none may. */
  site: string | null;
  isAllowed: boolean;
}

export const pageLinkMessages = {
  /** What the frames of a page hold, read when the person opened the popup: each address is recognised here. */
  'pageLinks.read': accept(
    ['page'],
    z.object({ url: z.string().check(z.maxLength(10_000)), frames: z.array(z.unknown()).check(z.maxLength(21)) }),
  ).answering<PageLinksView>(),
  /** Who is signed in to VK Мессенджер, in words; empty: not known, nobody, or nobody uses Сферум here. */
  'pageLinks.entering': accept(['page'], z.object({ tabId: z.int() })).answering<string[]>(),
  /**
   * Opens a call whose link stands in a page, recognised again, beside that page: there its person is signed in. Nobody is stopped
   * there. `tabId`: the page of the toolbar popup.
   */
  'pageLink.open': accept(
    ['page', 'site'],
    z.object({ address: z.string().check(z.maxLength(2048)), tabId: z.nullable(z.int()) }),
  ).answering<{ isOpened: boolean; caution: boolean }>(),
  /** The sites on which «Подключиться» stands behind every link. */
  'sites.read': accept(['page'], z.object({})).answering<string[]>(),
  /** The browser lets the extension in there by now. */
  'sites.add': accept(['page'], z.object({ site })).answering<boolean>(),
  'sites.remove': accept(['page'], z.object({ site })).answering<string[]>(),
};

/** What the background tells the script on an allowed site. */
export type SiteQuestions = {
  /** The person does not want its buttons any more. */
  'links.remove': Question<Record<string, never>, null>;
};
