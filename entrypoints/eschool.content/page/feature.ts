/**
 * One thing that is put into the diary's page. The page re-renders at will, so a feature is never "done": it is asked to look
 * again whenever something was added, puts what is missing and leaves alone what is there.
 */
export interface Feature {
  /** For the developer's one line when the feature fails. */
  readonly name: string;
  /**
   * Looks at the page and puts what is missing. Cheap when nothing is.
   *
   * @param changed where in the page something was added; not given: anywhere
   */
  refresh(changed?: ReadonlySet<Node>): void;
  /** Takes down everything it put there. */
  remove(): void;
}

/** Calls a feature; one that fails is taken down, says so once, and the others go on. */
function attempt(feature: Feature, failed: Set<Feature>, changed?: ReadonlySet<Node>): void {
  if (failed.has(feature)) return;
  try {
    feature.refresh(changed);
  } catch (cause) {
    failed.add(feature);
    console.warn(`Sferum for eSchool: ${feature.name} is off on this page`, cause);
    try {
      feature.remove();
    } catch {
      // It is off either way.
    }
  }
}

/** Where something was added that may concern us: an element, and not only our own. */
function placesOfForeign(records: readonly MutationRecord[]): Set<Node> {
  const places = new Set<Node>();
  for (const { target, addedNodes } of records) {
    if (places.has(target)) continue;
    for (const node of addedNodes) {
      if (node instanceof Element && !node.tagName.startsWith('SFERUM-')) places.add(target);
    }
  }
  return places;
}

/**
 * Keeps features in the page until `signal` is aborted. One observer over added nodes serves them all; nothing polls.
 */
export function keepInPage(features: readonly Feature[], signal: AbortSignal): { refresh: () => void } {
  const failed = new Set<Feature>();
  const refresh = (changed?: ReadonlySet<Node>) => {
    if (signal.aborted) return;
    for (const feature of features) attempt(feature, failed, changed);
  };
  const observer = new MutationObserver((records) => {
    const places = placesOfForeign(records);
    if (places.size === 0) return;
    refresh(places);
    // What we have just put there ourselves: nobody else had a turn in between.
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const feature of features) feature.remove();
  });
  refresh();
  return { refresh: () => refresh() };
}
