import { browser } from 'wxt/browser';
import { personalAreaOf } from '@/lib/diary/origin';

/**
 * Origin of the page that frames this one; `null` when there is none, or more than one: then nothing is shown and nothing is
 * asked. Whether that page is a diary is for the background to say.
 */
export function framingOrigin(): string | null {
  if (window.top === window) return null;
  const ancestors = location.ancestorOrigins;
  const [origin] = ancestors ?? [];
  return ancestors?.length === 1 && origin !== undefined && URL.canParse(origin) ? origin : null;
}

/**
 * Whether the origin is certainly a diary: then a skeleton may stand there before the background has answered. The manifest names the
 * shipped ones, so that the page does not load what else is known of them.
 */
export function isShippedDiary(origin: string): boolean {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.some(({ matches }) => matches?.includes(personalAreaOf(origin)));
}
