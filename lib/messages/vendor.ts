import * as z from 'zod/mini';
import { accept, type Question } from './message';

export const vendorMessages = {
  /** The vendor's own linking button was stopped because somebody else is signed in. */
  'vendor.stopped': accept(['diary'], z.object({})).answering<null>(),
  /** «Всё равно продолжить»: the vendor's button goes on. */
  'vendor.proceed': accept(['section'], z.object({})).answering<null>(),
};

/** What the background tells the content script of a diary about the vendor's button. */
export type VendorQuestions = {
  /** Lets the vendor's own button go on. */
  'vendor.proceed': Question<Record<string, never>, void>;
};
