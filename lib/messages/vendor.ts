import * as z from 'zod/mini';
import { accept, type Question } from './message';

export const vendorMessages = {
  /** The vendor's own linking button was clicked: whether it stops, because somebody else is signed in. The section says who. */
  'vendor.clicked': accept(['diary'], z.object({})).answering<{ stops: boolean }>(),
  /** «Всё равно продолжить»: the vendor's button goes on. */
  'vendor.proceed': accept(['section'], z.object({})).answering<null>(),
};

/** What the background tells the content script of a diary about the vendor's button. */
export type VendorQuestions = {
  /** Lets the vendor's own button go on. */
  'vendor.proceed': Question<Record<string, never>, void>;
};
