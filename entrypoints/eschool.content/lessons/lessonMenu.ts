import { build } from '@/entrypoints/eschool.content/page/element';
import { words } from '@/lib/words';

/** One way into a lesson's call, as the page may know it: no address from VK, only what to ask the background for. */
export interface Entrance {
  /** What it is called where there are several. */
  name: string;
  open: () => Promise<void>;
}

/** The choice between several links of one lesson: a list of buttons that opens under «Подключиться». */
export interface LessonMenu {
  readonly isOpen: boolean;
  toggle(entrances: readonly Entrance[]): void;
  close(): void;
}

/**
 * Makes the menu of one button. Escape, a click elsewhere and leaving it with Tab close it; arrows, Home and End move in it.
 *
 * @param home where it stands, inside our shadow root
 * @param onChoose an entrance was chosen; the menu is closed by then
 */
export function createLessonMenu(
  home: HTMLElement,
  button: HTMLButtonElement,
  onChoose: (entrance: Entrance) => void,
): LessonMenu {
  let list: HTMLElement | null = null;

  function close(): void {
    list?.remove();
    list = null;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', onElsewhere, true);
  }

  function closeAndReturn(): void {
    close();
    button.focus();
  }

  function onElsewhere(event: Event): void {
    if (!event.composedPath().includes(home)) close();
  }

  function onKey(event: KeyboardEvent): void {
    const all = [...(list?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(event.target as HTMLButtonElement);
    const moves: Record<string, number> = { ArrowDown: (at + 1) % all.length, ArrowUp: at - 1, Home: 0, End: -1 };
    const next = moves[event.key];
    if (event.key === 'Escape') closeAndReturn();
    else if (next === undefined) return;
    else all.at(next)?.focus();
    event.preventDefault();
    // The page's own shortcuts are not meant.
    event.stopPropagation();
  }

  function open(entrances: readonly Entrance[]): void {
    const children = entrances.map((entrance) =>
      build('button', {
        part: 'sferum-button soft',
        text: entrance.name,
        onClick: () => {
          closeAndReturn();
          onChoose(entrance);
        },
      }),
    );
    const attributes = { role: 'group', 'aria-label': words('lessonChoose') };
    list = build('span', { part: 'menu', attributes, children });
    list.addEventListener('keydown', onKey);
    list.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !list?.contains(relatedTarget) && relatedTarget !== button) close();
    });
    home.append(list);
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', onElsewhere, true);
    children[0]?.focus();
  }

  return {
    get isOpen() {
      return list !== null;
    },
    toggle(entrances) {
      if (list) close();
      else open(entrances);
    },
    close,
  };
}
