import * as z from 'zod/mini';
import type { TrialOutcome } from '@/lib/diary/adding/trial';
import { schoolZones } from '@/lib/diary/adding/zones';
import { accept } from './message';

/** A diary at an address that the person gave. */
export interface AddedDiaryView {
  origin: string;
  region: string;
  timeZone: string | null;
  /** Whether the browser still lets the extension in there. */
  isPermitted: boolean;
}

export interface DiariesView {
  added: AddedDiaryView[];
  /** A new address that asked to sign in first: looked at again by itself. */
  waiting: { origin: string; timeZone: string } | null;
  /** Shipped diaries that serve many regions, with the school's zone as the person told it. */
  shared: { origin: string; timeZone: string | null }[];
}

const origin = z.string().check(z.maxLength(300));
const timeZone = z.string().check(z.maxLength(60));

export const diariesMessages = {
  'diaries.read': accept(['page'], z.object({})).answering<DiariesView>(),
  /** Looks whether ЭШ answers at an address that the browser lets the extension into by now, and keeps it if so. */
  'diaries.add': accept(['page'], z.object({ origin, timeZone })).answering<TrialOutcome>(),
  /** Looks again at the address that waits for a sign-in; `null`: none waits. */
  'diaries.lookAgain': accept(['page'], z.object({})).answering<TrialOutcome | null>(),
  /** «Часовой пояс школы» of a diary that was added or serves many regions, told or corrected. */
  'diaries.setZone': accept(['page'], z.object({ origin, timeZone: z.enum(schoolZones) })).answering<DiariesView>(),
  /** Forgets an added diary and gives its right back. */
  'diaries.remove': accept(['page'], z.object({ origin })).answering<DiariesView>(),
};
