import { useCallback, useEffect, useState } from 'preact/hooks';
import { useLatest } from '@/components/pages/useLatest';
import type { PageLinksView } from '@/lib/messages/pageLinks';
import { ask } from '@/lib/messages/send';
import { readPageLinks } from './pageLinks';

/** The links to calls of the page in front, and who would enter those of VK: asked only where there is one. */
export function usePageLinks(tabId: number | null) {
  const { view, take } = useLatest<PageLinksView | null>(null);
  const [entering, setEntering] = useState<readonly string[]>([]);

  const look = useCallback(() => {
    if (tabId !== null) void take(readPageLinks(tabId));
  }, [tabId, take]);
  useEffect(look, [look]);

  const hasLinksOfVk = view?.links.some(({ enters }) => enters === 'vk') ?? false;
  useEffect(() => {
    if (tabId !== null && hasLinksOfVk) ask('pageLinks.entering', { tabId }).then(setEntering, () => undefined);
  }, [tabId, hasLinksOfVk]);

  return { view, entering, look };
}
