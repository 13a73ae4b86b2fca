import { type Contest, createContest } from '@/entrypoints/eschool.content/page/contest';
import { build, buildHost, takeOut } from '@/entrypoints/eschool.content/page/element';
import type { Feature } from '@/entrypoints/eschool.content/page/feature';
import { createMeasuring } from '@/entrypoints/eschool.content/page/measuring';
import { ask } from '@/lib/messages/send';
import { type FoundLink, findLinks, usualLimits } from '@/lib/pageLinks/findLinks';
import { words } from '@/lib/words';

/** A page that takes a button away so often wants none there. */
const mostReturns = 5;

/** What a button stands behind: an `a`, or the text in which the address is written. */
type Anchor = Element | Text;

interface Placed {
  host: HTMLElement;
  address: string;
  callKey: string;
  returns: number;
}

/** A button behind each link to a call that a reader of the page sees. */
export function createLinkButtons(): Feature {
  const placed = new Map<Anchor, Placed>();
  /** By call: another script may put another link in the place of each that has our button. */
  const contests = new Map<string, Contest>();
  /** Calls whose link went, and the button with it. */
  const gone = new Set<string>();
  let sample: Sample | undefined;
  /** Where the page has changed since it was laid out last. */
  const unseen = new Set<Node>();
  const measuring = createMeasuring(lookAgain);

  function put({ link, element, text, isDoubtful }: FoundLink): void {
    const anchor = text ?? element;
    const before = placed.get(anchor);
    if (before?.callKey === link.callKey && !isDoubtful) {
      if (anchor.nextSibling === before.host || before.returns >= mostReturns) return;
      before.returns += 1;
      anchor.after(before.host);
      return;
    }
    forget(anchor);
    if (isDoubtful || placed.size >= usualLimits.links || !mayPut(link.callKey, element)) return;
    sample ??= makeSample();
    const { address, callKey } = link;
    const host = sample.host.cloneNode() as HTMLElement;
    host.attachShadow({ mode: 'open' }).append(sample.content.cloneNode(true));
    placed.set(anchor, { host, address, callKey, returns: 0 });
    anchor.after(host);
  }

  function mayPut(callKey: string, link: Element): boolean {
    if (!gone.delete(callKey)) return true;
    const contest = contests.get(callKey) ?? createContest(() => look(document.body));
    contests.set(callKey, contest);
    if (contest.mayPut(link)) return true;
    gone.add(callKey);
    return false;
  }

  /** One for all buttons: each copy has none of its own. */
  function onClick(event: MouseEvent): void {
    const one = [...placed.values()].find(({ host }) => host === event.target);
    const [button] = event.composedPath();
    if (!one || !sample || !event.isTrusted || event.detail > 1 || !(button instanceof HTMLButtonElement)) return;
    const { check, reload } = sample;
    event.preventDefault();
    event.stopPropagation();
    ask('pageLink.open', { address: one.address, tabId: null }).then(
      ({ caution }) => {
        if (button.nextSibling) button.nextSibling.textContent = caution ? check : '';
      },
      () => {
        button.textContent = reload;
      },
    );
  }

  function forget(anchor: Anchor): void {
    const before = placed.get(anchor);
    if (!before) return;
    takeOut(before.host);
    placed.delete(anchor);
    if (!anchor.isConnected) gone.add(before.callKey);
  }

  /** Takes away what stands behind a link that has gone or changed. */
  function sweep(found: ReadonlySet<Anchor>, within: (anchor: Anchor) => boolean): void {
    for (const anchor of placed.keys()) {
      if (!anchor.isConnected || (within(anchor) && !found.has(anchor))) forget(anchor);
    }
  }

  function look(root: Element): void {
    const { links } = findLinks(root, false);
    const firsts = new Map<Anchor, FoundLink>();
    for (const one of links) {
      const anchor = one.text ?? one.element;
      // Behind a text of several calls nobody could tell which of them a button opens: the toolbar popup lists them.
      firsts.set(anchor, firsts.has(anchor) ? { ...one, isDoubtful: true } : one);
    }
    sweep(new Set(firsts.keys()), (anchor) => root.contains(anchor));
    for (const link of firsts.values()) put(link);
  }

  /** Looks at the places that have changed. */
  function lookAgain(): void {
    for (const place of unseen) {
      const root = place instanceof Element ? place : place.parentElement;
      if (root?.isConnected && document.body.contains(root)) look(root.closest('a[href]') ?? root);
    }
    unseen.clear();
    sweep(new Set(), () => false);
  }

  document.addEventListener('click', onClick, true);

  return {
    refresh(changed) {
      if (!document.body) return;
      if (!changed) return look(document.body);
      for (const place of changed) unseen.add(place);
      // To ask at once what is seen would lay the page out each time that it changes. A page that nobody sees is not laid out.
      if (document.hidden) lookAgain();
      else measuring.soon();
    },
    remove() {
      document.removeEventListener('click', onClick, true);
      measuring.stop();
      for (const contest of contests.values()) contest.stop();
      for (const anchor of [...placed.keys()]) forget(anchor);
    },
  };
}

/** What every button is a copy of, and what could not be read any more once the extension is updated under the page. */
interface Sample {
  host: HTMLElement;
  content: DocumentFragment;
  check: string;
  reload: string;
}

function makeSample(): Sample {
  const content = new DocumentFragment();
  content.append(
    build('button', { part: 'join', text: words('join') }),
    build('span', { part: 'note', attributes: { role: 'status' } }),
  );
  return {
    host: buildHost('sferum-call-link'),
    content,
    check: words('checkWhoJoins'),
    reload: words('reloadPage'),
  };
}
