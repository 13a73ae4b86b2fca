import { isOrphaned } from '@/lib/messages/send';
import { hostOf, sweepDead, takenOut } from './element';

/**
 * One thing that is put into the diary's page. The page re-renders at will, so a feature is never "done": it is asked to look
 * again whenever something changed, puts what is missing and leaves alone what is there.
 */
export interface Feature {
  /**
   * Looks at the page and puts what is missing. Cheap when nothing is.
   *
   * @param changed where in the page something changed; not given: anywhere
   */
  refresh(changed?: ReadonlySet<Node>): void;
  /** Takes down everything it put there. */
  remove(): void;
}

/** Answers to changes of the page that are given at once, within a second; those beyond are put together. */
const answersAtOnce = 30;
const second = 1000;

/** So long the changes of a page that does not rest are collected, milliseconds. */
const collecting = 250;

/** Calls a feature; one that fails is taken down, says so once, and the others go on. */
function attempt(feature: Feature, failed: Set<Feature>, changed?: ReadonlySet<Node>): void {
  if (failed.has(feature)) return;
  try {
    feature.refresh(changed);
  } catch (cause) {
    failed.add(feature);
    console.warn('Sferum', cause);
    try {
      feature.remove();
    } catch {
      // It is off either way.
    }
  }
}

/** Whether what came or went is somebody else's doing. A copy of ours without its shadow root is. */
function isForeign(node: Node): boolean {
  return node instanceof Element ? !hostOf(node)?.shadowRoot : !(node instanceof Comment);
}

/** Where the page, or another script in it, has changed something; our own additions and removals are no news. */
function placesOfForeign(records: readonly MutationRecord[]): Set<ParentNode> {
  const places = new Set<ParentNode>();
  for (const record of records) {
    const { target } = record;
    const place = (record.type === 'characterData' ? target.parentNode : target) as ParentNode | null;
    // A page that is loading brings hundreds of these, and each list that the browser hands over is dear.
    if (!place || (places.has(place) && takenOut.size === 0)) continue;
    if (place !== target || isNews(record)) places.add(place);
  }
  return places;
}

function isNews({ addedNodes, removedNodes }: MutationRecord): boolean {
  // Each is asked: it tells once.
  const gone = [...removedNodes].filter((node) => !takenOut.delete(node) && !(node instanceof Comment));
  return gone.length > 0 || [...addedNodes].some(isForeign);
}

/**
 * Keeps features in the page until its `end`, which comes by itself once the extension is gone from under the page: what is left of
 * it would do nothing. One observer serves them all; nothing polls. What a page that never rests changes is answered at once for a
 * while, then four times a second.
 */
export function keepInPage(features: readonly Feature[], end: AbortController): { refresh: () => void } {
  const { signal } = end;
  const failed = new Set<Feature>();
  let answers: number[] = [];
  let collected: Set<ParentNode> | null = null;

  const refresh = (changed?: ReadonlySet<ParentNode>) => {
    if (isOrphaned()) end.abort();
    if (signal.aborted) return;
    for (const place of changed ?? []) sweepDead(place);
    for (const feature of features) attempt(feature, failed, changed);
    if (!changed) return;
    // What we have just done there ourselves: nobody else had a turn in between.
    observer.takeRecords();
    takenOut.clear();
  };

  function answer(places: Set<ParentNode>): void {
    if (collected) {
      for (const place of places) collected.add(place);
      return;
    }
    const now = performance.now();
    answers = answers.filter((at) => now - at < second);
    if (answers.length < answersAtOnce) {
      answers.push(now);
      refresh(places);
      return;
    }
    collected = places;
    setTimeout(() => {
      collected = null;
      refresh(places);
    }, collecting);
  }

  const observer = new MutationObserver((records) => {
    const places = placesOfForeign(records);
    if (places.size > 0) answer(places);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const feature of features) feature.remove();
  });
  refresh();
  // What is put there at first is no news.
  if (!signal.aborted) observer.observe(document, { childList: true, subtree: true, characterData: true });
  return { refresh };
}
