/**
 * One thing that is put into the diary's page. The page re-renders at will, so a feature is never "done": it is asked to look
 * again whenever something was added, puts what is missing and leaves alone what is there.
 */
export interface Feature {
  /** For the developer's one line when the feature fails. */
  readonly name: string;
  /** Looks at the page and puts what is missing. Cheap when nothing is. */
  refresh(): void;
  /** Takes down everything it put there. */
  remove(): void;
}

/** Calls a feature; one that fails is taken down, says so once, and the others go on. */
function attempt(feature: Feature, failed: Set<Feature>): void {
  if (failed.has(feature)) return;
  try {
    feature.refresh();
  } catch (cause) {
    failed.add(feature);
    console.warn(`«Сферум для ЭШ»: ${feature.name} is off on this page`, cause);
    try {
      feature.remove();
    } catch {
      // It is off either way.
    }
  }
}

/** Whether a mutation may concern us: an element was added, and not only by ourselves. */
function addsForeignElements(records: readonly MutationRecord[]): boolean {
  return records.some((record) =>
    [...record.addedNodes].some((node) => node instanceof Element && !node.tagName.startsWith('SFERUM-')),
  );
}

/**
 * Keeps features in the page until `signal` is aborted. One observer over added nodes serves them all; nothing polls.
 */
export function keepInPage(features: readonly Feature[], signal: AbortSignal): { refresh: () => void } {
  const failed = new Set<Feature>();
  const refresh = () => {
    for (const feature of features) attempt(feature, failed);
  };
  const observer = new MutationObserver((records) => {
    if (addsForeignElements(records)) refresh();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const feature of features) feature.remove();
  });
  refresh();
  return { refresh };
}
