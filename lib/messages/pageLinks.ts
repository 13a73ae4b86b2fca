import * as z from 'zod/mini';
import { accept, type Question } from './message';

const site = z.string().check(z.maxLength(300));

export const pageLinkMessages = {
  /** Opens a call whose link stands in a page, recognised again. Nobody is stopped there; `false`: it is none. */
  'pageLink.open': accept(
    ['page', 'site'],
    z.object({ address: z.string().check(z.maxLength(2048)) }),
  ).answering<boolean>(),
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
