import { useCallback, useEffect } from 'preact/hooks';
import { useLatest } from '@/components/pages/useLatest';
import type { News } from '@/lib/messages/news';
import { listenToNews } from '@/lib/messages/news';

/**
 * What a part of the settings shows: read when it comes, when the page is looked at again, and when the background has news.
 *
 * @param read the same function at each drawing
 * @returns what was read last, `null` before; a way to read again, and one to show what an action answered
 */
export function useRead<View>(read: () => Promise<View>, news: readonly News[] = []) {
  const { view, take, put } = useLatest<View | null>(null);
  const again = useCallback(() => take(read()), [read, take]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each part hears the same news all its life
  useEffect(() => {
    void again();
    const look = () => void again();
    window.addEventListener('focus', look);
    const stop = listenToNews((one) => news.includes(one) && look());
    return () => {
      window.removeEventListener('focus', look);
      stop();
    };
  }, [again]);
  return { view, put, again };
}
